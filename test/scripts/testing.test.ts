import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/prepare/paths.mjs';
import { phaseNames, selectedPhases } from '../../scripts/testing/arguments.mjs';
import { playwrightFailures, vitestFailures } from '../../scripts/testing/failures.mjs';
import {
  atLeastOneFailed,
  closingLine,
  nothing,
  playwrightTotals,
  sum,
  vitestTotals,
} from '../../scripts/testing/totals.mjs';

describe('the phases of npm test', () => {
  test('all of them run when none is named', () => {
    expect(selectedPhases([])).toEqual(phaseNames);
  });

  test('named ones run in the usual order', () => {
    expect(selectedPhases(['--only', 'e2e,types'])).toEqual(['types', 'e2e']);
    expect(selectedPhases(['--only=unit', '--only', 'lint'])).toEqual(['lint', 'unit']);
  });

  test('an unknown word is refused, so that a typo does not pass as success', () => {
    expect(() => selectedPhases(['--only', 'unti'])).toThrow('no such phase');
    expect(() => selectedPhases(['--only'])).toThrow('no such phase');
    expect(() => selectedPhases(['--ony=unit'])).toThrow('knows only --only');
  });
});

describe('the closing line', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

  test('sums vitest and Playwright up', () => {
    const unit = vitestTotals({ ...vitest, testResults: [] });
    const e2e = playwrightTotals({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(closingLine(sum([unit, e2e]))).toBe('9 passed, 2 failed, 5 skipped');
  });

  test('a test file that does not load counts as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(vitestTotals({ ...vitest, testResults }).failed).toBe(2);
  });

  test('a phase that fails without a failed test counts once', () => {
    expect(atLeastOneFailed(nothing, false).failed).toBe(1);
    expect(atLeastOneFailed({ ...nothing, failed: 3 }, false).failed).toBe(3);
    expect(atLeastOneFailed(nothing, true).failed).toBe(0);
  });
});

describe('a failure is named at the end', () => {
  test('for vitest with its file, even one that did not load', () => {
    const testResults = [
      { name: `${root}/test/a.test.ts`, status: 'failed', assertionResults: [] },
      {
        name: `${root}/test/b.test.ts`,
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'goes well' },
          { status: 'failed', fullName: 'goes wrong' },
        ],
      },
    ];
    expect(vitestFailures({ testResults })).toEqual([
      'test/a.test.ts (could not be loaded)',
      'test/b.test.ts › goes wrong',
    ]);
  });

  test('for Playwright with every suite around it', () => {
    const inner = { title: 'at narrow width', specs: [{ title: 'goes wrong', ok: false }] };
    const file = { title: 'e2e/a.spec.ts', specs: [{ title: 'goes well', ok: true }], suites: [inner] };
    expect(playwrightFailures({ suites: [file] })).toEqual(['e2e/a.spec.ts › at narrow width › goes wrong']);
  });

  test('for Playwright with what was on screen at the end', () => {
    const attachment = (name: string, text: string) => ({ name, body: Buffer.from(text).toString('base64') });
    const attachments = [attachment('on screen', '- heading "Grüße"\n- button'), attachment('video', 'x')];
    const file = {
      title: 'e2e/a.spec.ts',
      specs: [{ title: 'b', ok: false, tests: [{ results: [{ attachments }] }] }],
    };
    expect(playwrightFailures({ suites: [file] })).toEqual([
      'e2e/a.spec.ts › b\n      on screen:\n      - heading "Grüße"\n      - button',
    ]);
  });
});
