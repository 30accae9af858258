// node scripts/icons.mjs: draws resources/icons/gatehouse/*.png from the two drawings beside them, with the Chromium of the
// portal's tests. The pictures are committed; run it after a drawing has changed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { drawingFor, iconFolder, sizes } from './package/icons.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot } from './prepare/paths.mjs';
import { runMain, step } from './prepare/report.mjs';
import { ensureChromium, findChromium } from './prepare/system.mjs';

await runMain(async () => {
  await ensureInstalled();
  await ensureChromium();
  await step('Drawing icons', async () => {
    rmSync(iconFolder, { recursive: true, force: true });
    mkdirSync(iconFolder, { recursive: true });
    const { chromium } = await import('@playwright/test');
    const executablePath = findChromium();
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
    try {
      for (const size of sizes) {
        const drawing = readFileSync(inRoot('resources', 'icons', drawingFor(size)), 'utf8');
        const page = await browser.newPage({ viewport: { width: size, height: size } });
        await page.setContent(
          `<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`,
        );
        writeFileSync(`${iconFolder}/${size}.png`, await page.screenshot({ omitBackground: true }));
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
  return 0;
});
