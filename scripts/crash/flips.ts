import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { databaseFile } from '../../src-main/core.ts';
import { settleAlone } from '../../src-main/database/backup.ts';
import { random } from './random.ts';

type Flip = { readonly offset: number; readonly bits: number };

/** The offsets of the changed bytes, by outcome. */
export type FlipReport = ReadonlyMap<string, readonly number[]>;

/** Longer than any check of a workspace of this size takes on a busy computer. */
const hangMilliseconds = 120_000;
const perChild = 50;

/** Acceptable outcomes of one changed byte: it is found, it has no effect, or one value has changed. */
export const harmless = (outcome: string): boolean =>
  /^(refused|found in use|found by Verify|one value|nothing)( \(|$)/.test(outcome);

/**
 * Changes one byte at each of `count` places of a workspace, one place after another, and uses it.
 * @param template a closed workspace with backups
 */
export async function flipBytes(
  bundle: string,
  template: string,
  root: string,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<FlipReport> {
  const folder = path.join(root, 'flipped');
  cpSync(template, folder, { recursive: true });
  settleAlone(databaseFile(folder));
  const { length } = readFileSync(databaseFile(folder));
  const flips = Array.from({ length: count }, (_, n): Flip => {
    const offset = Math.floor(random(seed * 2_000_003 + 2 * n) * length);
    return { offset, bits: 1 << Math.floor(random(seed * 2_000_003 + 2 * n + 1) * 8) };
  });
  const report = new Map<string, number[]>();
  const note = (outcome: string, offset: number) => report.set(outcome, [...(report.get(outcome) ?? []), offset]);
  for (let at = 0; at < flips.length; ) {
    const some = flips.slice(at, at + perChild);
    const own = path.join(root, `flipped-${at}`);
    mkdirSync(own, { recursive: true });
    cpSync(folder, own, { recursive: true });
    const { answers, end } = await ask(bundle, { folder: own, flips: some });
    for (const [offset, outcome] of answers) note(outcome, offset);
    at += answers.length;
    const next = some[answers.length];
    if (!next) continue;
    note(end, next.offset); // the process ended in the middle of this one
    at += 1;
  }
  return report;
}

function ask(bundle: string, task: unknown) {
  return new Promise<{ answers: [number, string][]; end: string }>((resolve) => {
    const child = spawn(process.execPath, [bundle, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'ignore'] });
    const answers: [number, string][] = [];
    let hung = false;
    const hang = () => {
      hung = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hang, hangMilliseconds);
    createInterface(child.stdout).on('line', (line) => {
      clearTimeout(timer);
      timer = setTimeout(hang, hangMilliseconds);
      const [offset, outcome = ''] = line.split('\t');
      answers.push([Number(offset), outcome]);
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ answers, end: hung ? 'hung' : `the process ended with ${signal ?? code}` });
    });
  });
}

/** The report as lines, the most frequent outcome first; bad ones with their offsets. */
export const flipTable = (report: FlipReport): string =>
  [...report]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([outcome, offsets]) =>
        `${String(offsets.length).padStart(6)} ${outcome}${harmless(outcome) ? '' : ` at ${offsets.slice(0, 20).join(', ')}`}`,
    )
    .join('\n');
