import { main } from './main.ts';

// a reader that has seen enough closes the pipe; the operation is done all the same
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// set, not forced: what is still on its way out of a pipe gets there
process.exitCode = await main(process.argv.slice(2));
