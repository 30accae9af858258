// What a benchmark opened and must not leave behind, wherever it fails: windows, workspaces, profiles.

const open = new Set<() => void>();

/**
 * Has something ended with the process at the latest.
 * @param end waits for nothing: where a process ends, nothing is waited for
 * @returns ends it at once, and never again
 */
export function endWithProcess(end: () => void): () => void {
  open.add(end);
  return () => {
    if (open.delete(end)) end();
  };
}

process.once('exit', () => {
  // the latest first: who writes into a folder is gone before the folder
  for (const end of [...open].reverse()) {
    try {
      end();
    } catch (error) {
      console.error(error);
    }
  }
});
// both end a process without a word; a terminal may send them twice
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
