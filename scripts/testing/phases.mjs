import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readyForWindows } from '../launch/ready.mjs';
import { ensureBuilt } from '../prepare/build.mjs';
import { inRoot, packageFile, projectNode, root, toolEnv } from '../prepare/paths.mjs';
import { say, seconds } from '../prepare/report.mjs';
import { passThrough } from '../prepare/run.mjs';
import { ensureChromium, ensureCommands, ensureForeignSmtpServer, ensureKeyring } from '../prepare/system.mjs';
import { describe } from '../runtime/find.mjs';
import { playwrightFailures, vitestFailures } from './failures.mjs';
import { playwright } from './playwright.mjs';
import { atLeastOneFailed, nothing, playwrightTotals, vitestTotals } from './totals.mjs';

/** @typedef {import('./totals.mjs').Totals} Totals */
/** @typedef {{succeeded: boolean, totals: Totals, failures?: readonly string[]}} Outcome */

/** @type {Record<import('./arguments.mjs').PhaseName, () => Promise<Outcome>>} */
const phases = {
  types: () => check('typescript', 'bin/tsc', ['-p', 'tsconfig.json']),
  lint: () => check('@biomejs/biome', 'bin/biome', ['ci', '--colors=off', '.']),
  unit: async () => {
    await ensureForeignSmtpServer();
    const report = reportFile('vitest.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const succeeded = (await tool('vitest', 'vitest.mjs', args)) === 0;
    return { succeeded, totals: counted(report, vitestTotals), failures: read(report, vitestFailures) ?? [] };
  },
  build: async () => {
    await ensureBuilt();
    return { succeeded: true, totals: nothing };
  },
  e2e: async () => {
    const electron = await readyForWindows();
    await ensureChromium();
    await ensureKeyring();
    say(describe(electron));
    const report = reportFile('playwright.json');
    const args = ['--project=desktop', '--project=portal', '--reporter=list,json'];
    const succeeded = (await playwright(electron, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })) === 0;
    return { succeeded, totals: counted(report, playwrightTotals), failures: read(report, playwrightFailures) ?? [] };
  },
  package: async () => {
    const electron = await readyForWindows();
    say(describe(electron));
    await ensureCommands(['xdg-open'], 'to install the package');
    const { makePackage } = await import('../package/run.mjs');
    const GATEHOUSE_PACKAGED = await makePackage(electron, 'installers');
    const report = reportFile('package.json');
    const env = { GATEHOUSE_PACKAGED, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const succeeded = (await playwright(electron, ['--project=package', '--reporter=list,json'], env)) === 0;
    return { succeeded, totals: counted(report, playwrightTotals), failures: read(report, playwrightFailures) ?? [] };
  },
};

/**
 * Runs one phase and reports its name, time and result; a failure of any kind is an outcome, not an exception.
 * @param {import('./arguments.mjs').PhaseName} name
 * @returns {Promise<Totals & {name: string, succeeded: boolean, line: string, failures: readonly string[]}>}
 */
export async function runPhase(name) {
  const began = Date.now();
  say(`── ${name}`);
  /** @type {Outcome} */
  let outcome = { succeeded: false, totals: nothing };
  try {
    outcome = await phases[name]();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  const line = `${name}: ${outcome.succeeded ? 'ok' : 'FAILED'} in ${seconds(Date.now() - began)}`;
  say(`── ${line}`);
  const { succeeded, totals, failures = [] } = outcome;
  return { name, line, succeeded, failures, ...atLeastOneFailed(totals, succeeded) };
}

/** @param {string} name @param {string} file @param {readonly string[]} args @returns {Promise<Outcome>} */
async function check(name, file, args) {
  return { succeeded: (await tool(name, file, args)) === 0, totals: nothing };
}

/** @param {string} name @param {string} file @param {readonly string[]} args */
function tool(name, file, args) {
  return passThrough(projectNode, [packageFile(name, file), ...args], { cwd: root, env: toolEnv() });
}

/** The path for a report, without one from an earlier run. @param {string} name */
function reportFile(name) {
  const file = inRoot('.cache', 'test', name);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * @template R
 * @param {string} file
 * @param {(report: R) => Totals} count
 */
const counted = (file, count) => read(file, count) ?? nothing;

/**
 * @template R, T
 * @param {string} file
 * @param {(report: R) => T} take
 * @returns {T | undefined} undefined if the tool died before writing its report
 */
const read = (file, take) => (existsSync(file) ? take(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
