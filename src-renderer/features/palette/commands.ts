import type { TablerIcon } from '@tabler/icons-react';
import { foldName } from '#contract/fold.ts';

/** Something that the palette can do: go somewhere, open a dialog, or act on a person. */
export interface Command {
  /** Unique within the palette. */
  readonly id: string;
  readonly label: string;
  /** What it is, if the label does not say. */
  readonly note?: string;
  readonly icon: TablerIcon;
  /** Keys that do the same without the palette. */
  readonly keys?: string;
  readonly run: () => void;
}

/** Reads what was typed: a leading `>` asks for actions only. */
export function readQuery(typed: string): { readonly text: string; readonly onlyActions: boolean } {
  const onlyActions = typed.trimStart().startsWith('>');
  const text = foldName(onlyActions ? typed.trimStart().slice(1) : typed);
  return { text, onlyActions };
}

/** The commands in which every typed word begins a word, or is part of one; the former come first. */
export function matching(commands: readonly Command[], text: string): readonly Command[] {
  if (!text) return commands;
  const typed = text.split(' ');
  const rank = ({ label, note = '' }: Command): number => {
    const said = foldName(`${label} ${note}`);
    if (!typed.every((word) => said.includes(word))) return 0;
    if (foldName(label).startsWith(text)) return 3;
    return typed.every((word) => ` ${said}`.includes(` ${word}`)) ? 2 : 1;
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((found) => found.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}
