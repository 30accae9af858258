import { run } from './run.ts';

// set rather than `process.exit`: output still on its way to a pipe gets there
process.exitCode = await run(process.argv.slice(2));
