import type { Part } from '../letter/body.ts';
import { plain } from '../letter/escape.ts';
import { type Block, fill, type Piece, type Values } from './fill.ts';

/** A subject: one line, whatever is filled in, and without blocks. */
export const subjectOf = (template: string, values: Values): string =>
  plain(
    fill(template, values)
      .map((piece) => ('text' in piece ? piece.text : 'value' in piece ? piece.value : ''))
      .join(''),
  );

/**
 * A body: paragraphs between empty lines, lists of lines that begin with `- `, blocks on lines of their own. Only the
 * template itself makes lines and lists, never the values. Lines with nothing to say are left out.
 */
export function partsOf(template: string, values: Values): readonly Part[] {
  const parts: Part[] = [];
  let list: string[] = [];
  let lines: string[] = [];
  const end = () => {
    if (list.length > 0) parts.push({ list });
    if (lines.length > 0) parts.push(lines.join('\n'));
    list = [];
    lines = [];
  };
  for (const line of linesOf(fill(template, values))) {
    if (line === 'break') end();
    else if ('block' in line) {
      end();
      parts.push(line.block);
    } else if (line.said !== '') {
      if ((line.item ? lines : list).length > 0) end();
      (line.item ? list : lines).push(line.said);
    }
  }
  end();
  return parts;
}

/** `break`: an empty line of the template. */
type Line = 'break' | { readonly said: string; readonly item: boolean } | { readonly block: Block };

function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let said = '';
  let item = false;
  let begun = false;
  const end = () => {
    lines.push(begun ? { said: said.trim(), item } : 'break');
    [said, item, begun] = ['', false, false];
  };
  const say = (text: string, written: boolean) => {
    const mark = written && !begun ? /^\s*-\s+/.exec(text)?.[0] : undefined;
    if (mark) item = true;
    said += text.slice(mark?.length ?? 0);
    begun ||= !written || text.trim() !== '';
  };
  for (const piece of pieces) {
    if ('value' in piece) say(piece.value, false);
    else if ('block' in piece) {
      end();
      lines.push(piece);
    } else
      for (const [i, text] of piece.text.split('\n').entries()) {
        if (i > 0) end();
        say(text, true);
      }
  }
  end();
  return lines;
}
