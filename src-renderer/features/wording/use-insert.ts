import { useRef } from 'react';
import { blocks, type PlaceholderName } from '#contract/placeholders.ts';

type Field = 'subject' | 'body';

/** Inserts placeholders where the cursor is or was, in the field used last; blocks go into the text. */
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
      // the only way to write into a field that the field's own undo knows about
      document.execCommand('insertText', false, `{${name}}`);
    },
  };
}
