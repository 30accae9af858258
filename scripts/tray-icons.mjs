// node scripts/tray-icons.mjs: draws the tray's icons from resources/tray/*.svg, in the sizes that systems ask for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { inRoot } from './prepare/paths.mjs';
import { findChromium } from './prepare/system.mjs';

const folder = inRoot('resources/tray');
const executablePath = findChromium();
const browser = await chromium.launch(executablePath ? { executablePath } : {});
try {
  for (const [source, icon, size] of [
    ['tray.svg', 'tray.png', 32],
    ['tray.svg', 'tray@2x.png', 64],
    ['tray-template.svg', 'trayTemplate.png', 16],
    ['tray-template.svg', 'trayTemplate@2x.png', 32],
  ]) {
    const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
    const svg = readFileSync(path.join(folder, String(source)), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    await page.screenshot({ path: path.join(folder, String(icon)), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
