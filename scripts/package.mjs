// npm run package: makes the installers that this system can make without downloads, in release/, and prints their sizes;
// -- --dir: the unpacked program; -- --release: everything released for this system.
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { runMain, say, Trouble } from './prepare/report.mjs';
import { describe, findElectron } from './runtime/find.mjs';

await runMain(async () => {
  const [word, ...more] = process.argv.slice(2);
  const { isKind } = await import('./package/kinds.mjs');
  const kind = word === undefined ? 'installers' : word.replace(/^--/, '');
  if (!isKind(kind) || more.length > 0)
    throw new Trouble(
      `npm run package knows --dir and --release; got ${[word, ...more].join(' ')}. It publishes nothing.`,
    );
  await ensureInstalled();
  const electron = await findElectron();
  say(describe(electron));
  await ensureBuilt();
  const { installersIn, makePackage } = await import('./package/run.mjs');
  const executable = await makePackage(electron, kind);
  const lines = installersIn().map(({ file, bytes }) => `${file}  ${Math.round(bytes / 1e6)} MB`);
  process.stdout.write(`${(kind === 'dir' ? [executable] : lines).join('\n')}\n`);
  return 0;
});
