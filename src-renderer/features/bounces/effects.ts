import type { BounceLine, BounceVerdict } from '#contract/bounces.ts';
import { words } from '../../app/words.ts';

const say = words.bounces;
const marks: readonly BounceVerdict[] = ['bounced', 'earlier'];
const notes: readonly BounceVerdict[] = ['delayed', 'noted'];

/** How many lines mark a mail, only record something, or change nothing. */
export function countEffects(lines: readonly BounceLine[]) {
  const among = (some: readonly BounceVerdict[]) => lines.filter(({ verdict }) => some.includes(verdict)).length;
  const marked = among(marks);
  const noted = among(notes);
  return { marked, noted, left: lines.length - marked - noted };
}

/** What a line does, or why it does nothing. */
export const effectOf = ({ verdict, reason = '' }: BounceLine): string =>
  verdict === 'unreadable' ? say.problem(reason) : say.effects[verdict];

/** What the import did, in sentences. */
export function summary(lines: readonly BounceLine[]): string {
  const { marked, noted, left } = countEffects(lines);
  const { done } = say.import;
  return [
    ...(marked > 0 ? [done.bounced(marked)] : []),
    ...(noted > 0 ? [done.noted(noted)] : []),
    ...(marked + noted === 0 ? [done.none] : []),
    ...(left > 0 ? [done.left(left)] : []),
  ].join(' ');
}
