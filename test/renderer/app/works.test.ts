import { expect, it } from 'vitest';
import type { Work } from '#contract/shell.ts';
import { createWorks } from '../../../src-renderer/app/works.ts';
import { noBatch, sendingOf } from '../../../src-renderer/features/outbox/sending.ts';

function desk() {
  const at = { looks: false, told: [] as (readonly Work[])[] };
  const works = createWorks(
    (all) => at.told.push(all),
    () => at.looks,
  );
  return { ...works, at, now: () => at.told.at(-1) ?? [] };
}
const running = (done: number, total: number | null): Work => ({ done, total, state: 'running' });

it('reports all running work together, and each until it ends', () => {
  const d = desk();
  const one = d.begin(10);
  const other = d.begin(null);
  one.at(4);
  expect(d.now()).toEqual([running(4, 10), running(0, null)]);
  other.end();
  expect(d.now()).toEqual([running(4, 10)]);
  one.end();
  expect(d.now()).toEqual([]);
});

it('reports a failure until somebody looks at the window, and none while somebody is looking', () => {
  const d = desk();
  const away = d.begin(10);
  away.at(4);
  away.end(true);
  expect(d.now()).toEqual([{ done: 4, total: 10, state: 'failed' }]);
  d.seen();
  expect(d.now()).toEqual([]);
  d.at.looks = true;
  d.begin(10).end(true);
  expect(d.now()).toEqual([]);
});

it('reports nothing when nothing has changed', () => {
  const d = desk();
  d.set('job 1', undefined);
  d.seen();
  expect(d.at.told).toEqual([]);
});

const mail = (queued: number, more: object = {}) => ({
  ...{ counts: { queued } as never, setUp: true, pause: null, stop: null, offlineSince: null },
  ...more,
});

const at = (most: number, left = most, movedAt = 0) => ({ most, left, movedAt });

it('counts leaving mail against the most that has waited', () => {
  let batch = noBatch;
  const seen = [30, 100, 40, 0, 25].map((queued, second) => {
    const sending = sendingOf(batch, mail(queued), second * 1000);
    batch = sending.batch;
    return sending.work;
  });
  expect(seen).toEqual([running(0, 30), running(0, 100), running(60, 100), undefined, running(0, 25)]);
});

it('shows neither a few messages nor mail without a server, and a pause only of what was under way', () => {
  const pause = { reason: 'login' };
  expect(sendingOf(noBatch, mail(19), 0).work).toBeUndefined();
  expect(sendingOf(noBatch, mail(500, { pause }), 0).work).toBeUndefined();
  expect(sendingOf(at(500), mail(400, { pause }), 0).work).toEqual({ done: 100, total: 500, state: 'paused' });
  expect(sendingOf(at(500), mail(400, { offlineSince: 1 }), 0).work).toEqual({
    done: 100,
    total: 500,
    state: 'paused',
  });
  expect(sendingOf(at(500), mail(400, { setUp: false }), 0).work).toBeUndefined();
});

it('ends when nothing has left for two minutes, because the rest waits for a later time', () => {
  expect(sendingOf(at(30, 2), mail(2), 119_000).work).toEqual(running(28, 30));
  const rested = sendingOf(at(30, 2), mail(2), 121_000);
  expect(rested).toEqual({ batch: at(2), work: undefined });
  expect(sendingOf(rested.batch, mail(1), 130_000).work).toBeUndefined();
});
