// npm run package [-- --dir]: the application as it is handed out, unpacked, in release/.
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { runMain, say, Trouble } from './prepare/report.mjs';
import { describe, findElectron } from './runtime/find.mjs';

await runMain(async () => {
  const unknown = process.argv.slice(2).filter((word) => word !== '--dir');
  if (unknown.length > 0)
    throw new Trouble(`npm run package knows --dir; got ${unknown.join(' ')}. It publishes nothing.`);
  await ensureInstalled();
  const electron = await findElectron();
  say(describe(electron));
  await ensureBuilt();
  const { makePackage } = await import('./package/run.mjs');
  process.stdout.write(`${await makePackage(electron)}\n`);
  return 0;
});
