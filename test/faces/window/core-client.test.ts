import { EventEmitter } from 'node:events';
import type { WorkerOptions } from 'node:worker_threads';
import { expect, it, vi } from 'vitest';
import { startCore } from '../../../src-main/faces/window/core-client.ts';

const started = vi.hoisted((): WorkerOptions[] => []);

vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor(_file: URL, options: WorkerOptions) {
      super();
      started.push(options);
    }
  },
}));

it('starts the core in a thread that keeps little room for short-lived objects', () => {
  const data = { folder: 'nowhere', demo: false, resources: 'nowhere' };
  startCore(data, () => undefined, {} as Parameters<typeof startCore>[2]);
  expect(started).toEqual([{ workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 6 } }]);
});
