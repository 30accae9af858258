import path from 'node:path';
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { ErrorReport, Outcome } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import type { CoreClient } from './core-client.ts';

/** From now on the page may name what was chosen, and nothing else. */
export async function choose(core: CoreClient, options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  const [chosen] = filePaths;
  if (canceled || !chosen) return null;
  core.tellChosen(chosen);
  return chosen;
}

export function chooseBackup(core: CoreClient, language: Language): Promise<string | null> {
  const { dialogs } = messagesIn(language).backups;
  return choose(core, {
    properties: ['openFile'],
    filters: [
      { name: dialogs.backups, extensions: ['gatehouse-backup', 'sqlite'] },
      { name: dialogs.allFiles, extensions: ['*'] },
    ],
  });
}

export const chooseFolder = (core: CoreClient) => choose(core, { properties: ['openDirectory', 'createDirectory'] });

/** Asks where a new file goes. Main only suggests the bare name; the core writes the file. */
export async function chooseNewFile(core: CoreClient, suggestedName: string): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const options = { defaultPath: path.basename(suggestedName) };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return null;
  core.tellChosen(filePath);
  return filePath;
}

/** Reopens the workspace; the page is reloaded too, since all it knows is out of date. */
export async function reopenWorkspace(core: CoreClient): Promise<void> {
  await core.reopen();
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
}

/** After a success the page is reloaded: all it knows is about the workspace that was replaced. */
export async function restoreBackup(core: CoreClient, input: unknown): Promise<ErrorReport | null> {
  const outcome = JSON.parse(await core.call('backups.restore', input)) as Outcome;
  if (!outcome.ok) return outcome.error;
  const error = await core.restore();
  if (!error) for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  return error;
}
