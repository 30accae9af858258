import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import type { SavedFile } from '#contract/desktop.ts';

/** The system's code for an error: `EACCES`. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** Asks with the system's own dialog where a file goes, and writes it. The page supplies only the bare name. */
export async function saveFile(suggestedName: string, content: string | Uint8Array): Promise<SavedFile> {
  const defaultPath = path.basename(suggestedName);
  const extension = path.extname(defaultPath).slice(1);
  const options: SaveDialogOptions = {
    defaultPath,
    ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return { file: null };
  try {
    await writeFile(filePath, content, 'utf8');
    return { file: filePath };
  } catch (error) {
    return { error: { code: 'file-unreadable', data: { file: filePath, detail: codeOf(error) } } };
  }
}
