import { useRef, useState } from 'react';
import { bounceLimits } from '#contract/bounce-limits.ts';
import type { BounceLine } from '#contract/bounces.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { contentOf } from '../import/read-file.ts';

const say = words.bounces.import;

export interface GivenReport {
  readonly name: string;
  readonly base64: string;
}
export type BounceStep = 'give' | 'check' | 'result';

/** All state of the dialog: what was added, what each line would do, and what came of it. */
export function useBounces() {
  const organizationId = useSession().place.id;
  const [step, setStep] = useState<BounceStep>('give');
  const [files, setFiles] = useState<readonly GivenReport[]>([]);
  const [text, setText] = useState('');
  const [lines, setLines] = useState<readonly BounceLine[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  /** What was left out when files were added. */
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const turn = useRef(0);
  const stop = useRef<AbortController>(null);

  const add = async (chosen: readonly File[]) => {
    setError(null);
    const out: string[] = [];
    const read: GivenReport[] = [];
    for (const file of chosen.slice(0, bounceLimits.files - files.length)) {
      if (file.size > bounceLimits.size) out.push(say.tooLarge(file.name));
      else
        await contentOf(file).then(
          ({ base64 }) => read.push({ name: file.name.slice(0, 255), base64 }),
          (failed: unknown) => setError(failed),
        );
    }
    if (files.length + chosen.length > bounceLimits.files) out.push(say.tooManyFiles);
    setLeftOut(out);
    setFiles((now) => [...now, ...read].slice(0, bounceLimits.files));
  };

  const ask = async (name: 'bounces.preview' | 'bounces.import', then: BounceStep) => {
    const own = ++turn.current;
    // an import under way is not stopped
    stop.current = name === 'bounces.preview' ? new AbortController() : null;
    setBusy(true);
    setError(null);
    try {
      const answer = await call(name, { organizationId, text, files: [...files] }, stop.current?.signal);
      if (name === 'bounces.import') void refreshAfter(name);
      if (own !== turn.current) return;
      setLines(answer.lines);
      setStep(then);
    } catch (failed) {
      if (own === turn.current) setError(failed);
    }
    if (own === turn.current) setBusy(false);
  };

  return {
    step,
    files,
    text,
    lines,
    busy,
    error,
    leftOut,
    isEmpty: files.length === 0 && text.trim() === '',
    add,
    takeOut: (at: number) => setFiles((now) => now.filter((_, i) => i !== at)),
    changeText: setText,
    check: () => ask('bounces.preview', 'check'),
    apply: () => ask('bounces.import', 'result'),
    back: () => {
      setError(null);
      setStep('give');
    },
    /** Drops the pending answer and stops the core's work on it; reading changes nothing. */
    cancel: () => {
      turn.current++;
      stop.current?.abort();
      setBusy(false);
    },
  };
}
export type Bounces = ReturnType<typeof useBounces>;
