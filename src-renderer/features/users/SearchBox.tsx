import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts.ts';
import { words } from '../../app/words.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Searches while one types, 200 ms after the last key; Esc empties it. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const later = useDebouncedCallback((next: string) => onChange(next.trim()), 200);
  useEffect(() => setText((now) => (now.trim() === value ? now : value)), [value]);
  useShortcuts({ '/': () => input.current?.focus() });
  const { search } = words.users;
  const clear = () => {
    setText('');
    later.cancel();
    onChange('');
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      size="xs"
      w={232}
      type="text"
      maxLength={200}
      aria-label={search.label}
      placeholder={search.placeholder}
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text) clear();
      }}
      leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
      rightSection={
        text ? (
          <CloseButton size={20} aria-label={search.clear} onClick={clear} />
        ) : (
          <span aria-hidden className="gh-dim">
            /
          </span>
        )
      }
      rightSectionPointerEvents={text ? 'all' : 'none'}
    />
  );
}
