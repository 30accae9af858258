import path from 'node:path';
import { check } from './accessible.ts';
import { type RunningApp, resize } from './app.ts';

const shots = process.env.GATEHOUSE_SHOTS;

/** Looked at by whoever changes what is on screen; the run alone checks reach and contrast. */
export async function look(running: RunningApp, name: string): Promise<void> {
  const { page } = running;
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    await resize(running, width, height);
    await check(running, `${name} at ${width}`);
    if (!shots) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(shots, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await resize(running, 1280, 800);
}

/** The next file that is saved goes there. */
export const saveTo = ({ app }: RunningApp, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);

/** The next file or folder that is chosen is this one. */
export const chooseThere = ({ app }: RunningApp, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
