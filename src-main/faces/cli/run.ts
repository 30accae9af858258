import { main } from './main.ts';

/**
 * Runs a command line as the only purpose of this process.
 * @returns the exit code
 */
export function run(argv: readonly string[]): Promise<number> {
  // a reader that has seen enough closes the pipe; the operation is still carried out
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  return main(argv);
}
