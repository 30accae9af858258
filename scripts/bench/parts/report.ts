import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { least, median, most, type Samples } from './samples.ts';

/** A figure with its goal; one without a goal is for information. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | '/s' | 'MB';
  /** At most this much; at least, for figures per second. */
  readonly goal?: number;
  /** Why a goal is missed, or what else helps to understand the figure. */
  readonly note?: string;
}

/** What one run measured about one subject: the contenders' own times, and the figures derived from them. */
export interface Subject {
  readonly name: string;
  readonly unit?: 'ms' | 'MB';
  readonly samples: Samples<string>;
  readonly figures: readonly Figure[];
}

const folder = path.resolve(import.meta.dirname, '../../../.cache/bench/figures');

export const isMet = ({ value, unit, goal }: Figure) =>
  goal === undefined || (unit === '/s' ? value >= goal : value <= goal);

/** Prints subjects as they come, and stores them for the table of all benchmarks (`latest.ts`). */
export function newReport(name: string) {
  const subjects: Subject[] = [];
  return {
    add(subject: Subject): void {
      subjects.push(subject);
      console.log(subject.name);
      const width = Math.max(...Object.keys(subject.samples).map((one) => one.length));
      for (const [contender, times] of Object.entries(subject.samples)) {
        const [low, middle, high] = [least(times), median(times), most(times)].map((n) => n.toFixed(2).padStart(10));
        console.log(`  ${contender.padEnd(width)} ${low} ${middle} ${high}  ${subject.unit ?? 'ms'} (${times.length})`);
      }
      for (const figure of subject.figures) {
        const goal = figure.goal === undefined ? '' : `, goal ${figure.goal}: ${isMet(figure) ? 'met' : 'MISSED'}`;
        console.log(`  → ${figure.what}: ${figure.value.toFixed(2)} ${figure.unit}${goal}`);
      }
    },
    keep(): void {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ at: new Date().toISOString(), subjects }));
    },
  };
}
