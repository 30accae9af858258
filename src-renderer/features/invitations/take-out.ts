/** A part of the pasted text, in UTF-16 units as the preview gives it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const separators = ',;|\u3001\uff0c\uff1b\u060c\u061b';
const atStart = new RegExp(`^[\\s${separators}]+`, 'u');
const atEnd = new RegExp(`[\\s${separators}]+$`, 'u');
/** What may remain of a line when all its entries are gone: separators, quotes, brackets, dashes. */
const nothingLeft = new RegExp(`^[\\s${separators}"'<>()–—-]*$`, 'u');

/** Joins the text before and after a cut with the separator that was there. */
function join(left: string, right: string): string {
  const before = left.replace(atEnd, '');
  const behind = right.replace(atStart, '');
  if (before === '') return behind;
  if (behind === '') return before;
  const gap = right.slice(0, right.length - behind.length) || left.slice(before.length);
  return before + (gap || ' ') + behind;
}

const quotes = (line: string) => line.split('"').length - 1;

/** A line without its cuts, which are in order and within it; null when nothing worth keeping is left. */
function cutLine(line: string, cuts: readonly Stretch[]): string | null {
  let kept = line.slice(0, cuts[0]?.start ?? line.length);
  cuts.forEach(({ end }, i) => {
    kept = join(kept, line.slice(end, cuts[i + 1]?.start ?? line.length));
  });
  // a quoted cell that held several addresses loses one of its two marks together with the address beside it
  if (quotes(kept) === 1 && quotes(line) > 1) kept = kept.replace('"', '');
  return nothingLeft.test(kept) ? null : kept;
}

/**
 * Removes what was sent from the pasted text and leaves the rest as typed. A line with nothing else on it goes
 * completely; the line of headings stays as long as there are lines under it, which are read by it.
 *
 * @param gone stretches of `text`, in order and without overlap
 * @param headingLine the line that names the columns, from 1
 */
export function takeOut(text: string, gone: readonly Stretch[], headingLine?: number): string {
  const kept: string[] = [];
  let headings = 0;
  let next = 0;
  let at = 0;
  let number = 0;
  while (at <= text.length) {
    number++;
    const begin = at;
    let end = lineEnd(text, at);
    const cuts: Stretch[] = [];
    for (let cut = gone[next]; cut && cut.start < end; cut = gone[next]) {
      // a quoted cell may hold line breaks: the entry then ends on a later line
      if (cut.end > end) end = lineEnd(text, cut.end);
      cuts.push({ start: cut.start - begin, end: cut.end - begin });
      next++;
    }
    const line = text.slice(begin, end);
    const rest = cuts.length === 0 ? line : cutLine(line, cuts);
    if (rest !== null) {
      kept.push(rest);
      if (number === headingLine) headings = kept.length;
    }
    at = end + 1;
  }
  const worth = kept.some((line, i) => i >= headings && line.trim() !== '');
  return worth ? kept.join('\n') : '';
}

const lineEnd = (text: string, from: number): number => {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
};
