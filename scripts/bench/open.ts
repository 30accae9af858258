// Opening a workspace and showing its first page: a million people against a thousand, with the file cached and not.
import { spawnSync } from 'node:child_process';
import { databaseFile, openCore } from '../../src-main/core.ts';
import { caller, copyOf, large, small } from './parts/people.ts';
import { newReport } from './parts/report.ts';
import { inTurn, ratio } from './parts/samples.ts';

const report = newReport('open');
const copies = [await copyOf(small), await copyOf(large)] as const;

async function openAndShow(folder: string): Promise<number> {
  const began = performance.now();
  const core = await openCore({ folder });
  await core.dispatch(caller, 'users.list', { organizationId: 1 });
  const time = performance.now() - began;
  await core.close();
  return time;
}

/** Drops a file from the system's cache; works for anybody who may read it. */
function forget(folder: string): void {
  const { status, stderr } = spawnSync('dd', [`if=${databaseFile(folder)}`, 'iflag=nocache', 'count=0'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

const cold = (folder: string) => {
  forget(folder);
  return openAndShow(folder);
};

try {
  for (const [name, work, goal] of [
    ['open and first page, warm', openAndShow, 2],
    ['open and first page, cold', cold, 3],
  ] as const) {
    if (work === cold && process.platform !== 'linux') continue;
    const samples = await inTurn({ few: () => work(copies[0].folder), many: () => work(copies[1].folder) });
    const figure = {
      what: `${large} against ${small} people`,
      value: ratio(samples.many, samples.few),
      unit: '×',
      goal,
    } as const;
    report.add({
      name,
      samples: { [`${small} people`]: samples.few, [`${large} people`]: samples.many },
      figures: [figure],
    });
  }
  report.keep();
} finally {
  for (const { remove } of copies) remove();
}
