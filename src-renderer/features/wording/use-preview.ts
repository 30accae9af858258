import { useDebouncedValue } from '@mantine/hooks';
import { useRef } from 'react';
import type { InputOf, OutputOf } from '#contract/index.ts';
import type { WordingProblem } from '#contract/wording.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { fieldErrors, words } from '../../app/words.ts';
import type { Mail } from './mail.ts';

const say = words.wording;
/** In ms: a letter is composed when the typing pauses, not on every key. */
const pause = 250;

type Answer = OutputOf<'wording.preview'>;
export interface Preview {
  /** The last one without an error. */
  readonly letter: Answer['letter'];
  /** What is typed now has an error: the letter is from before. */
  readonly stale: boolean;
  /** By the field that they belong to. */
  readonly problems: Readonly<Record<string, string>>;
  /** An error that concerns no particular field. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** Composes what is typed as it will arrive, whenever the typing pauses. */
export function usePreview(
  mail: Mail,
  typed: Omit<InputOf<'wording.preview'>, 'organizationId' | 'kind' | 'language'>,
): Preview {
  const organizationId = useSession().place.id;
  const [asked] = useDebouncedValue(JSON.stringify(typed), pause);
  const input = { organizationId, ...mail, ...(JSON.parse(asked) as typeof typed) };
  const found = useQueryOf('wording.preview', input, { keepPrevious: true });
  const last = useRef<Answer['letter']>(null);
  if (found.data?.letter) last.current = found.data.letter;
  const refused = fieldErrors(found.error);
  const { subject = [], body = [] } = found.data?.problems ?? {};
  return {
    letter: last.current,
    stale: found.error !== null || (found.data !== undefined && found.data.letter === null),
    problems: { ...told('subject', subject), ...told('body', body), ...refused },
    error: Object.keys(refused).length > 0 ? null : found.error,
    retry: () => void found.refetch(),
  };
}

/** The first problem in full, and how many others there are. */
function told(field: string, problems: readonly WordingProblem[]): Record<string, string> {
  const [first, ...others] = problems;
  if (!first) return {};
  const words = say.problems[first.code](first);
  return { [field]: others.length > 0 ? `${words} ${say.moreProblems(others.length)}` : words };
}
