import { type DragEvent, useState } from 'react';

/**
 * Lets files be dropped on an element, which knows while some are held over it. A button inside does the same by keyboard.
 * @returns what to spread over it
 */
export function useDrop(onFiles: (files: readonly File[]) => void, disabled = false) {
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is && !disabled);
  };
  return {
    'data-over': over || undefined,
    'data-drop': true,
    onDragOver: (event: DragEvent) => hover(event, true),
    onDragLeave: (event: DragEvent) => hover(event, false),
    onDrop: (event: DragEvent) => {
      hover(event, false);
      if (!disabled) onFiles([...event.dataTransfer.files]);
    },
  };
}
