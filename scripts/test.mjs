// npm test [-- --only types,lint,unit,build,e2e,package]: every check there is; the last line sums up the suites.
import { ensureInstalled } from './prepare/install.mjs';
import { runMain, say } from './prepare/report.mjs';
import { selectedPhases } from './testing/arguments.mjs';
import { closingLine, sum } from './testing/totals.mjs';

await runMain(async () => {
  const names = selectedPhases(process.argv.slice(2));
  const results = [];
  try {
    await ensureInstalled();
    const { runPhase } = await import('./testing/phases.mjs');
    for (const name of names) results.push(await runPhase(name));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    results.push({ line: 'preparing: FAILED', succeeded: false, passed: 0, failed: 1, skipped: 0 });
  }
  say('');
  for (const { line, failures = [] } of results) {
    say(line);
    // the failures are thousands of lines further up: this names them for people who read the end of a log
    for (const failure of failures) say(`  ✗ ${failure}`);
  }
  process.stdout.write(`${closingLine(sum(results))}\n`);
  return results.every((result) => result.succeeded) ? 0 : 1;
});
