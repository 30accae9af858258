import { expect, it } from 'vitest';
import type { Work } from '#contract/shell.ts';
import { progressOf } from '../../../../src-main/faces/window/desktop/progress.ts';

const work = (done: number, total: number | null, state: Work['state'] = 'running'): Work => ({ done, total, state });

it.each([
  ['no work', [], { mode: 'none', value: 0 }],
  ['one', [work(250, 1000)], { mode: 'normal', value: 0.25 }],
  ['several, as a share of all', [work(100, 100), work(0, 300)], { mode: 'normal', value: 0.25 }],
  ['nothing to do', [work(0, 0)], { mode: 'normal', value: 1 }],
  ['one that cannot be measured', [work(0, null)], { mode: 'indeterminate', value: 0 }],
  ['several, one of which cannot be measured', [work(5, 10), work(0, null)], { mode: 'indeterminate', value: 0 }],
  ['all paused', [work(5, 10, 'paused')], { mode: 'paused', value: 0.5 }],
  ['one paused, another running', [work(5, 10, 'paused'), work(0, 10)], { mode: 'normal', value: 0.25 }],
  ['one failed, another running', [work(4, 10, 'failed'), work(0, 10)], { mode: 'error', value: 0.2 }],
  ['a failed one that could not be measured', [work(0, null, 'failed')], { mode: 'error', value: 1 }],
  ['more done than was known', [work(12, 10)], { mode: 'normal', value: 1 }],
] as const)('shows %s', (_what, works, expected) => {
  expect(progressOf(works)).toEqual(expected);
});
