// An Electron with one page of React and Mantine: a button and a table of fifty people, and nothing behind them.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { emptyApp, openWindow, type Window } from './electron.ts';

const outDir = path.resolve(import.meta.dirname, '../../../.cache/bench/mantine');

/** @returns opens it, once its table is there */
export async function buildMantinePage(): Promise<() => Promise<Window>> {
  await build({
    root: path.join(import.meta.dirname, 'mantine'),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true },
  });
  return async () => {
    const window = await openWindow([emptyApp], { BENCH_PAGE: path.join(outDir, 'index.html') });
    await window.page.getByRole('cell').first().waitFor();
    return window;
  };
}
