// What a benchmark opened and must not leave behind, even if it fails: windows, workspaces, profiles.

const open = new Set<() => void>();

/**
 * Makes sure that something ends with the process at the latest.
 * @param end must be synchronous: an ending process waits for nothing
 * @returns ends it at once, and only once
 */
export function endWithProcess(end: () => void): () => void {
  open.add(end);
  return () => {
    if (open.delete(end)) end();
  };
}

process.once('exit', () => {
  // the latest first, so that a process is gone before the folder it writes to
  for (const end of [...open].reverse()) {
    try {
      end();
    } catch (error) {
      console.error(error);
    }
  }
});
// by default, both end a process without its exit handlers; a terminal may send them twice
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
