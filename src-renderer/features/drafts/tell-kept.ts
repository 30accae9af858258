import { go } from '../../app/location.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { toastWithWay } from '../../components/undo-toast.tsx';
import type { Purpose } from './use-keep.tsx';

const say = words.drafts;

export const partName = (name: string, part: number, parts: number) =>
  parts === 1 ? name : say.keep.part(name.slice(0, 100), part, parts);

/** A time in words, in the organization's zone. */
export const timeTold = (at: number, timeZone: string) => dateAndTime(at, Date.now(), timeZone, words.desktop.time);

interface Told {
  readonly purpose: Purpose;
  readonly name: string;
  readonly sendAt: number | undefined;
  readonly id: number | undefined;
  readonly timeZone: string;
}

/** Says in the corner where to find what was typed, with a link. */
export function tellKept({ purpose, name, sendAt, id, timeZone }: Told): void {
  const message = purpose === 'later' ? say.kept.later(name, timeTold(sendAt ?? 0, timeZone)) : say.kept[purpose](name);
  toastWithWay(message, say.kept.open, () => go(`/pending/drafts/${id}`));
}
