import { type DragEvent, useState } from 'react';

/**
 * Lets files be dropped on an element, and tells it while some are held over it. The element needs a button that does the
 * same by keyboard.
 * @returns props to spread on the element
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
