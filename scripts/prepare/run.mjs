import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Trouble } from './report.mjs';

/** @typedef {{cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean}} RunOptions */

/**
 * The exit code a shell would report.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const exitCode = (code, signal) => code ?? (signal ? 128 + (constants.signals[signal] ?? 0) : 1);

/**
 * Runs a tool silently; its output is shown only if it fails, as part of the error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} its standard output
 */
export function quietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let both = '';
    child.stdout.on('data', (part) => {
      out += part;
      both += part;
    });
    child.stderr.on('data', (part) => {
      both += part;
    });
    child.on('error', (error) => reject(new Trouble(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out);
      else reject(new Trouble(`${both.trimEnd()}\n${command} ${args.join(' ')}: exit code ${exitCode(code, signal)}`));
    });
  });
}

/**
 * Runs a program on this terminal and returns its exit code. Signals sent to us are passed on; if it has not ended ten
 * seconds after a request to, it is killed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function passThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { ...options, stdio: 'inherit' });
    /** @type {NodeJS.Timeout | undefined} */
    let patience;
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      child.kill(signal);
      patience ??= setTimeout(() => child.kill('SIGKILL'), 10_000);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const settle = () => {
      clearTimeout(patience);
      clearInterval(orphaned);
      for (const signal of signals) process.off(signal, forward);
    };
    for (const signal of signals) process.on(signal, forward);
    const orphaned = whenOrphaned(() => forward('SIGTERM'));
    child.on('error', (error) => {
      settle();
      reject(new Trouble(`${command}: ${error.message}`));
    });
    child.on('exit', (code, signal) => {
      settle();
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * npm passes a signal to the shell between us, which then dies alone: all we notice is that our parent is gone.
 * @param {() => void} tell
 */
function whenOrphaned(tell) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    tell();
  }, 250);
  return watch;
}
