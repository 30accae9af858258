import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { newEchoes } from './echoes.ts';

interface FilterBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How long to wait after the last key, in ms: for filters that ask the core. */
  readonly delay?: number;
  /** The key `/` leads here; on a page with two boxes, only one has it. */
  readonly withKey?: boolean;
  /** Takes the focus when its dialog opens. */
  readonly inDialog?: boolean;
  /** Takes the full width of its container. */
  readonly wide?: boolean;
  /** What the cross is called. */
  readonly clearLabel?: string;
}

/** Narrows a list as you type; Esc clears it. */
export function FilterBox({
  label,
  placeholder,
  value,
  onChange,
  delay = 0,
  withKey = true,
  inDialog = false,
  wide = inDialog,
  clearLabel = words.structure.clearFilter,
}: FilterBoxProps) {
  const [text, setText] = useState(value);
  const [echoes] = useState(newEchoes);
  const input = useRef<HTMLInputElement>(null);
  const tell = (next: string) => {
    echoes.tell(next);
    onChange(next);
  };
  const later = useDebouncedCallback((next: string) => tell(next.trim()), delay);
  useEffect(() => {
    if (!echoes.isEcho(value)) setText((now) => (now.trim() === value ? now : value));
  }, [value, echoes]);
  useShortcuts(withKey ? { '/': () => input.current?.focus() } : {});
  const clear = () => {
    setText('');
    later.cancel();
    tell('');
    input.current?.focus();
  };
  const key = withKey ? (
    <span aria-hidden className="gh-dim">
      /
    </span>
  ) : null;
  return (
    <TextInput
      ref={input}
      size={inDialog ? 'sm' : 'xs'}
      w={wide ? '100%' : 232}
      data-autofocus={inDialog || undefined}
      type="text"
      maxLength={200}
      aria-label={label}
      placeholder={placeholder}
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !text) return;
        // the surrounding dialog stays open
        event.stopPropagation();
        clear();
      }}
      leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
      rightSection={text ? <CloseButton size={20} aria-label={clearLabel} onClick={clear} /> : key}
      rightSectionPointerEvents={text ? 'all' : 'none'}
    />
  );
}
