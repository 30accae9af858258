import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import manifest from './package.json' with { type: 'json' };
import { joinedIcons } from './scripts/build/joined-icons.ts';
import { unbarrel } from './scripts/build/unbarrel.ts';
import { contract } from './src-preload/contract/index.ts';

// One out/ serves every runtime that scripts/runtime may find (Electron 45, or 33 made from the registry), so the
// targets are fixed here instead of being derived from the installed electron package.
const NODE = 'node20.18';
const CHROME = 'chrome130';

/** What is needed at once goes into one file: a request for each small part would cost more than its bytes. */
const wholes = [
  { name: 'start', tags: ['$initial' as const], priority: 1 },
  { name: 'console', test: /src-renderer[\\/]app[\\/]Inside\.tsx$/ }, // and all that it imports
];

/**
 * V8 keeps the source text of what runs, with two bytes for every character as soon as one needs two: a single “…” would
 * double a megabyte of the core. So such characters are escaped, and explanations stay in the sources.
 */
const oneByte = { charset: 'ascii' as const, comments: { legal: true, jsdoc: false, annotation: false } };

/** For `src-renderer/app/operations.ts`. */
const operations = Object.fromEntries(
  Object.entries(contract).map(([name, { needs, reads, changes }]) => [name, { needs, reads, changes }]),
);

export default defineConfig({
  main: {
    define: { __WANTED_ELECTRON__: JSON.stringify(manifest.devDependencies.electron) },
    build: {
      target: NODE,
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'src-main/index.ts',
          window: 'src-main/faces/window/index.ts', // a separate file, as it looks for the others beside itself
          'core-worker': 'src-main/core-worker.ts',
          'look-thread': 'src-main/database/look-thread.ts',
          gatehouse: 'src-main/faces/cli/index.ts',
        },
        // V8 keeps the source of every process: shortened, that is two megabytes less; stack traces keep their names
        output: {
          ...oneByte,
          minify: { compress: false, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src-preload/index.ts' },
        output: { ...oneByte, format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    define: { __OPERATIONS__: JSON.stringify(operations) },
    plugins: [react(), joinedIcons(), unbarrel(['@mantine/core', '@mantine/hooks', '@tabler/icons-react'])],
    html: { cspNonce: 'nonce-of-this-answer' }, // page-files.ts replaces it each time
    build: {
      target: CHROME,
      outDir: 'out/renderer',
      emptyOutDir: true,
      cssCodeSplit: false, // a style sheet loaded with a page or a dialog would restyle the whole document
      minify: true, // the page is parsed at every start: with half the bytes, the first sight comes sooner
      rolldownOptions: {
        input: { index: path.join(import.meta.dirname, 'src-renderer/index.html') },
        output: { ...oneByte, codeSplitting: { groups: wholes } },
      },
    },
  },
});
