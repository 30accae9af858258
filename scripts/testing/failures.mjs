import path from 'node:path';
import { root } from '../prepare/paths.mjs';

/**
 * What failed in vitest's JSON report, each with its file; a file that could not be loaded is listed itself.
 * @param {{testResults: {name: string, status: string, assertionResults: {status: string, fullName: string}[]}[]}} report
 * @returns {string[]}
 */
export function vitestFailures(report) {
  return report.testResults.flatMap(({ name, status, assertionResults: tests }) => {
    const file = path.relative(root, name).replaceAll(path.sep, '/');
    if (status === 'failed' && tests.length === 0) return [`${file} (could not be loaded)`];
    return tests.filter((test) => test.status === 'failed').map((test) => `${file} › ${test.fullName}`);
  });
}

/**
 * What failed in Playwright's JSON report, however deeply nested in suites, each with what its windows showed at the end
 * (`test/e2e/support/on-screen.ts`).
 * @typedef {{name: string, body?: string}} Attachment
 * @typedef {{title: string, ok: boolean, tests?: {results: {attachments: Attachment[]}[]}[]}} Spec
 * @typedef {{title: string, suites?: Suite[], specs?: Spec[]}} Suite
 * @param {{suites: Suite[]}} report
 * @returns {string[]}
 */
export function playwrightFailures({ suites }) {
  /** @param {Suite} suite @param {readonly string[]} above @returns {string[]} */
  const within = ({ title, suites: inner = [], specs = [] }, above) => {
    const here = [...above, title];
    return [
      ...specs.filter((spec) => !spec.ok).map((spec) => [[...here, spec.title].join(' › '), ...seen(spec)].join('\n')),
      ...inner.flatMap((suite) => within(suite, here)),
    ];
  };
  return suites.flatMap((suite) => within(suite, []));
}

/** @param {Spec} spec @returns {string[]} */
const seen = ({ tests = [] }) =>
  tests
    .flatMap(({ results }) => results.flatMap(({ attachments }) => attachments))
    .filter(({ name }) => name === 'on screen')
    .flatMap(({ body = '' }) => ['on screen:', ...Buffer.from(body, 'base64').toString('utf8').split('\n')])
    .map((line) => `      ${line}`);
