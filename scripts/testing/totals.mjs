/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

/** @type {Totals} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * The counts in vitest's JSON report. A file that could not even be loaded has no tests: it counts as one failed.
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: {status: string, assertionResults: unknown[]}[]}} report
 * @returns {Totals}
 */
export function vitestTotals(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The counts in Playwright's JSON report; a test that passed only when repeated counts as passed.
 * @param {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}}} report
 * @returns {Totals}
 */
export function playwrightTotals({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * Makes a phase that did not succeed show in the sum even if none of its tests could be counted.
 * @param {Totals} counted
 * @param {boolean} succeeded
 * @returns {Totals}
 */
export function atLeastOneFailed(counted, succeeded) {
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/** @param {readonly Totals[]} all @returns {Totals} */
export function sum(all) {
  return all.reduce(
    (so, next) => ({
      passed: so.passed + next.passed,
      failed: so.failed + next.failed,
      skipped: so.skipped + next.skipped,
    }),
    nothing,
  );
}

/** The closing line of `npm test`. @param {Totals} totals */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
