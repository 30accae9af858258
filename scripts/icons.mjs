// node scripts/icons.mjs: draws the icons of the program and of the tray from the drawings in resources/, with the Chromium of
// the portal's tests. The pictures are committed; run it after a drawing has changed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawingFor, iconFolder, sizes } from './package/icons.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot } from './prepare/paths.mjs';
import { runMain, step } from './prepare/report.mjs';
import { ensureChromium, findChromium } from './prepare/system.mjs';

const tray = inRoot('resources', 'tray');
/** @type {readonly {drawing: string, size: number, icon: string}[]} */
const icons = [
  ...sizes.map((size) => ({
    drawing: inRoot('resources', 'icons', drawingFor(size)),
    size,
    icon: path.join(iconFolder, `${size}.png`),
  })),
  ...[
    { name: 'tray', size: 32, as: 'tray.png' },
    { name: 'tray', size: 64, as: 'tray@2x.png' },
    // macOS uses only the shape, and finds it by this name
    { name: 'tray-template', size: 16, as: 'trayTemplate.png' },
    { name: 'tray-template', size: 32, as: 'trayTemplate@2x.png' },
  ].map(({ name, size, as }) => ({ drawing: path.join(tray, `${name}.svg`), size, icon: path.join(tray, as) })),
];

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
      for (const { drawing, size, icon } of icons) {
        const page = await browser.newPage({ viewport: { width: size, height: size } });
        await page.setContent(
          `<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${readFileSync(drawing, 'utf8')}`,
        );
        writeFileSync(icon, await page.screenshot({ omitBackground: true }));
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
  return 0;
});
