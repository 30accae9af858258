import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Bridge, channels, type Desktop, desktopMethods } from '#contract/desktop.ts';
import type { Language } from '#contract/messages/languages.ts';
import type { Tag } from '#contract/operation.ts';
import type { Asked } from '#contract/shell.ts';
import type { UpdateState } from '#contract/updates.ts';

const desktop = Object.fromEntries(
  desktopMethods.map((method) => [
    method,
    (...given: readonly unknown[]) => ipcRenderer.invoke(channels.desktop, method, ...given),
  ]),
) as unknown as Desktop;

/** Passes on what the main process sends; returns how to stop. */
const hear = <T>(channel: string, listener: (value: T) => void) => {
  const heard = (_event: IpcRendererEvent, value: T) => listener(value);
  ipcRenderer.on(channel, heard);
  return () => void ipcRenderer.off(channel, heard);
};

const bridge: Bridge = {
  call: (name, input, ticket) => ipcRenderer.invoke(channels.call, name, input, ticket) as Promise<string>,
  cancel: (ticket) => ipcRenderer.send(channels.cancel, ticket),
  onChange: (listener) => hear<readonly Tag[]>(channels.changes, listener),
  onAsked: (listener) => hear<Asked>(channels.asked, listener),
  onUpdates: (listener) => hear<UpdateState>(channels.updates, listener),
  desktop,
  // fetched synchronously: the page needs it for its first words
  language: ipcRenderer.sendSync(channels.language) as Language,
};

contextBridge.exposeInMainWorld('gatehouse', bridge);
