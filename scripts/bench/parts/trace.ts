// Chromium's own record of what its threads did, read for the longest tasks: while one runs, its thread does nothing else.
import { once } from 'node:events';
import type { CDPSession, Page } from '@playwright/test';
import type { Window } from './electron.ts';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, by a clock shared by all processes. */
  readonly ts: number;
  readonly dur?: number;
  /** For how many of these microseconds the thread had a processor. */
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

export interface Task {
  /** The step during which it began. */
  readonly step: string;
  readonly milliseconds: number;
  /** Less than that if others wanted the processor, too. */
  readonly atWork: number;
}

/** The tasks of the thread that runs the page, and of the one that runs the main process, the longest first. */
export interface Recorded {
  readonly page: readonly Task[];
  readonly main: readonly Task[];
}

const categories = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
const prefix = 'bench:';
/** In ms; shorter tasks do not matter when looking for the longest. */
const shortest = 5;

/** Notes in the page's own record which step begins now. */
export const mark = (page: Page, step: string) => page.evaluate((name) => void performance.mark(name), prefix + step);

/** Records all threads while work is done. */
export async function record({ browser }: Window, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  });
  try {
    await work();
  } finally {
    await ended(session);
  }
  return events;
}

async function ended(session: CDPSession): Promise<void> {
  const complete = once(session as never, 'Tracing.tracingComplete');
  await session.send('Tracing.end');
  const [{ dataLossOccurred }] = (await complete) as [{ dataLossOccurred: boolean }];
  await session.detach();
  if (dataLossOccurred) throw new Error('the record has gaps');
}

/** The questions of the walk itself take time, too, which no person would cause. */
const isOurQuestion = ({ args }: TraceEvent) =>
  args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession';

/** Reads the tasks from a record, each with its step. */
export function tasksIn(events: readonly TraceEvent[]): Recorded {
  const marks = events.filter(({ name }) => name.startsWith(prefix)).sort((a, b) => a.ts - b.ts);
  const pids = new Set(marks.map(({ pid }) => pid));
  // whatever came before the first step belongs to it: the page was on its way
  const stepAt = (ts: number) => (marks.findLast((one) => one.ts <= ts) ?? marks[0])?.name.slice(prefix.length) ?? '';
  const threads = (thread: string) =>
    new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args?.name === thread)
        .map(({ pid, tid }) => `${pid}/${tid}`),
    );
  const tasksOf = (of: ReadonlySet<string>) => {
    const there = events.filter(({ ph, pid, tid }) => ph === 'X' && of.has(`${pid}/${tid}`));
    const questions = there.filter(isOurQuestion);
    return there
      .filter(({ name, dur = 0 }) => name.endsWith('RunTask') && dur > shortest * 1000)
      .filter(({ ts, dur = 0 }) => !questions.some((one) => one.ts >= ts && one.ts < ts + dur))
      .map(({ ts, dur = 0, tdur = 0 }) => ({ step: stepAt(ts), milliseconds: dur / 1000, atWork: tdur / 1000 }))
      .sort((a, b) => b.milliseconds - a.milliseconds);
  };
  const ours = [...threads('CrRendererMain')].filter((thread) => pids.has(Number(thread.split('/')[0])));
  const found = { page: tasksOf(new Set(ours)), main: tasksOf(threads('CrBrowserMain')) };
  if (found.page.length === 0 || found.main.length === 0) throw new Error('the record names no task of a thread');
  return found;
}
