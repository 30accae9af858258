import { useRef } from 'react';
import { blocks, type PlaceholderName } from '#contract/placeholders.ts';

type Field = 'subject' | 'body';

/** Puts placeholders where the cursor is or was, in the field that was typed in last; blocks go into the text. */
export function useInsert() {
  const elements = useRef<Partial<Record<Field, HTMLInputElement | HTMLTextAreaElement | null>>>({});
  const last = useRef<Field>('body');
  return {
    field: (name: Field) => ({
      ref: (element: HTMLInputElement & HTMLTextAreaElement) => {
        elements.current[name] = element;
      },
      onFocus: () => {
        last.current = name;
      },
    }),
    insert: (name: PlaceholderName) => {
      const element = elements.current[blocks.has(name) ? 'body' : last.current];
      if (!element) return;
      element.focus();
      // the one way of writing into a field that its own undo knows of
      document.execCommand('insertText', false, `{${name}}`);
    },
  };
}
