// Whether the window ever freezes: the longest task of its page and of its main process while somebody walks through all of
// it, with a hundred thousand people, taken from Chromium's own record.
import { middle, openProduct } from './parts/product.ts';
import { newReport } from './parts/report.ts';
import { median, most } from './parts/samples.ts';
import { mark, type Recorded, record, type Task, tasksIn } from './parts/trace.ts';
import { settle, starting, steps } from './parts/walk.ts';

const walks = 3;
/** In ms; longer tasks are noticeable (W3C, Long Tasks API). */
const longest = 50;

async function walk(): Promise<Recorded> {
  const window = await openProduct(middle);
  const { page } = window;
  const events = await record(window, async () => {
    for (const { name, act } of steps) {
      await mark(page, name);
      await act(page).catch((cause: unknown) => {
        throw new Error(`the walk ended at “${name}”`, { cause });
      });
      await settle(page);
    }
  });
  await window.close();
  return tasksIn(events);
}

const walked: Recorded[] = [];
for (let n = 0; n < walks; n++) walked.push(await walk());

const apart = (tasks: readonly Task[]) => ({
  start: tasks.filter(({ step }) => step === starting),
  rest: tasks.filter(({ step }) => step !== starting),
});
const longestOf = (tasks: readonly Task[]) => tasks[0]?.milliseconds ?? 0;
/** The most processor time of a task; for the rest of it, others had the processor. */
const mostAtWork = (tasks: readonly Task[]) => most(tasks.map(({ atWork }) => atWork));
const tooLong = (tasks: readonly Task[]) => tasks.filter(({ milliseconds }) => milliseconds > longest);

/** The steps in which tasks took too long, each with the longest one in all walks. */
function wordSteps(all: readonly (readonly Task[])[]): string {
  const found = new Map<string, Task>();
  for (const task of all.flatMap(tooLong))
    if (task.milliseconds > (found.get(task.step)?.milliseconds ?? 0)) found.set(task.step, task);
  return [...found.values()]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .map(({ step, milliseconds, atWork }) => `${step} ${milliseconds.toFixed(0)} (${atWork.toFixed(0)} at work)`)
    .join(', ');
}

const report = newReport('window');
for (const [name, of] of [
  ['the page', 'page'],
  ['the main process', 'main'],
] as const) {
  const rest = walked.map((one) => apart(one[of]).rest);
  const start = walked.map((one) => apart(one[of]).start);
  const counts = rest.map((tasks) => tooLong(tasks).length);
  report.add({
    name: `${name}, walked through among ${middle} people`,
    samples: { 'longest task of a walk': rest.map(longestOf), [`longest while ${starting}`]: start.map(longestOf) },
    figures: [
      {
        what: 'longest task',
        value: median(rest.map(longestOf)),
        unit: 'ms',
        goal: longest,
        note: [
          `${median(counts)} of a walk over ${longest} ms`,
          wordSteps(rest),
          'what is drawn at once is styled and laid out in the same task',
        ]
          .filter(Boolean)
          .join('; '),
      },
      { what: 'longest time at work in a task', value: median(rest.map(mostAtWork)), unit: 'ms' },
      {
        what: `longest task while ${starting}`,
        value: median(start.map(longestOf)),
        unit: 'ms',
        note: wordSteps(start),
      },
    ],
  });
}
report.keep();
