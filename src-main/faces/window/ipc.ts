import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channels } from '#contract/desktop.ts';
import type { CoreClient } from './core-client.ts';
import type { Methods } from './desktop-methods.ts';
import { textOf } from './given.ts';
import { spoken } from './language.ts';
import { isOwnPage } from './page-scheme.ts';
import type { PreferenceStore } from './preferences.ts';

interface Answering {
  readonly core: CoreClient;
  readonly preferences: PreferenceStore;
  /** A page that asks before these are ready waits for them. */
  readonly methods: Promise<Methods>;
}

/** Answers the page: calls go to the core, `desktop` methods are main's own. */
export function answerPage({ core, preferences, methods }: Answering): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown, ticket: unknown) => {
    refuseStrangers(event);
    return core.call(textOf(name), input, typeof ticket === 'string' ? ticket : undefined);
  });
  ipcMain.on(channels.cancel, ({ senderFrame }, ticket: unknown) => {
    if (isOwnPage(senderFrame)) core.cancel(textOf(ticket));
  });
  ipcMain.on(channels.language, (event) => {
    // a synchronous call blocks its page, so even strangers get an answer
    event.returnValue = isOwnPage(event.senderFrame) ? spoken(preferences.get().language) : null;
  });
  ipcMain.handle(channels.desktop, async (event, method: unknown, ...given: readonly unknown[]) => {
    refuseStrangers(event);
    if (method === 'preferences') return preferences.get();
    const known = await methods;
    if (typeof method !== 'string' || !Object.hasOwn(known, method)) throw new Error('unknown desktop method');
    return known[method as keyof Methods](...given);
  });
}

/** Only our own page may ask; a frame from anywhere else gets nothing. */
function refuseStrangers({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): void {
  if (!isOwnPage(senderFrame)) throw new Error('refused');
}
