import { main } from './main.ts';

/**
 * Runs a command line as what this process is for.
 * @returns the exit code
 */
export function run(argv: readonly string[]): Promise<number> {
  // a reader that has seen enough closes the pipe; the operation is done all the same
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return main(argv);
}
