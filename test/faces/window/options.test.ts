import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readOptions, throwAwayFolder } from '../../../src-main/faces/window/options.ts';
import { temporaryFolder } from '../../support/workspace.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the window’s options', () => {
  it('are found among the switches of Electron and of whoever starts it', () => {
    const argv = ['electron', '--no-sandbox', '--user-data-dir=/somewhere', '.', '--demo', '--workspace', 'work'];
    expect(readOptions(argv)).toEqual({ demo: true, hidden: false, workspace: path.resolve('work') });
    expect(readOptions(['electron', '--inspect=0', '.'])).toEqual({ demo: false, hidden: false });
    expect(readOptions(['electron', '.', '--workspace='])).toEqual({ demo: false, hidden: false });
  });
});

describe('the demo’s folder', () => {
  it('is removed at the end, as is one left by a demo whose process is gone; others stay', () => {
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    vi.stubEnv('GATEHOUSE_DEMO_FOLDER', '');
    const left = path.join(temporary, 'gatehouse-demo-999999999-left');
    const running = path.join(temporary, `gatehouse-demo-${process.pid}-runs`);
    for (const folder of [left, running]) mkdirSync(path.join(folder, 'profile'), { recursive: true });
    const own = throwAwayFolder();
    expect([existsSync(left), existsSync(running), existsSync(own.folder)]).toEqual([false, true, true]);
    own.remove();
    expect(readdirSync(temporary)).toEqual([path.basename(running)]);
  });

  it('that somebody else named is theirs to remove', () => {
    const given = temporaryFolder();
    vi.stubEnv('GATEHOUSE_DEMO_FOLDER', given);
    const { folder, remove } = throwAwayFolder();
    remove();
    expect([folder, existsSync(given)]).toEqual([given, true]);
  });
});
