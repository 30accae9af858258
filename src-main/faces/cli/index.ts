import { run } from './run.ts';

// set, not forced: what is still on its way out of a pipe gets there
process.exitCode = await run(process.argv.slice(2));
