// Writes the stored figures to bench/latest.md: first what is promised, then every contender's times.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { type Figure, isMet, type Subject } from './report.ts';
import { least, median, most } from './samples.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, '.cache/bench/figures');

interface Kept {
  readonly at: string;
  readonly subjects: readonly Subject[];
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

const goalOf = (figure: Figure) =>
  figure.goal === undefined ? '' : `${figure.unit === '/s' ? '≥' : '≤'} ${figure.goal} ${figure.unit}`;

const verdictOf = (figure: Figure) => {
  if (figure.goal === undefined) return figure.note ?? '';
  const why = !isMet(figure) && figure.unit === 'ms' ? 'on this computer, see its scale at the top' : '';
  return [isMet(figure) ? 'met' : '**missed**', figure.note ?? '', why].filter(Boolean).join('; ');
};

/** A yardstick for the reader: how long SQLite itself takes on this computer. */
function scaleOf(kept: readonly Kept[]): string {
  const samples = kept.flatMap(({ subjects }) => subjects).find(({ name }) => name === 'search, one match')?.samples;
  const scan = samples?.['a scan of every row'];
  return scan ? ` For scale: SQLite looks through a million people in ${number(median(scan))} ms here.` : '';
}

function writeLatest(): string {
  const kept = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: path.basename(file, '.json'),
      ...(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Kept),
    }));
  const lines = [
    '# Figures of the last run',
    '',
    `Written by \`npm run bench\`. ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform}, Node ${process.versions.node}.`,
    'Contenders ran in turn within one run; ratios are of medians. Machines differ: ratios carry over, milliseconds do not.' +
      scaleOf(kept),
    '',
    '| measured | figure | goal | |',
    '| --- | ---: | ---: | --- |',
    ...kept.flatMap(({ subjects }) =>
      subjects.flatMap(({ name, figures }) =>
        figures.map(
          (one) => `| ${name}: ${one.what} | ${number(one.value)} ${one.unit} | ${goalOf(one)} | ${verdictOf(one)} |`,
        ),
      ),
    ),
    '',
    '## Times',
    '',
  ];
  for (const { name, at, subjects } of kept) {
    lines.push(
      `### ${name} (${at.slice(0, 10)})`,
      '',
      '| subject | contender | least | median | most | runs |',
      '| --- | --- | ---: | ---: | ---: | ---: |',
    );
    for (const subject of subjects)
      for (const [contender, times] of Object.entries(subject.samples))
        lines.push(
          `| ${subject.name} | ${contender} | ${number(least(times))} | ${number(median(times))} | ${number(most(times))} ${subject.unit ?? 'ms'} | ${times.length} |`,
        );
    lines.push('');
  }
  const file = path.join(root, 'bench', 'latest.md');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, lines.join('\n'));
  return path.relative(root, file);
}

console.log(existsSync(folder) ? `The table of all figures: ${writeLatest()}` : 'No benchmark has kept a figure yet.');
