import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Bridge, channels, type Desktop, desktopMethods } from '#contract/desktop.ts';
import type { Language } from '#contract/messages/languages.ts';
import type { Tag } from '#contract/operation.ts';

const desktop = Object.fromEntries(
  desktopMethods.map((method) => [
    method,
    (...given: readonly unknown[]) => ipcRenderer.invoke(channels.desktop, method, ...given),
  ]),
) as unknown as Desktop;

const bridge: Bridge = {
  call: (name, input, ticket) => ipcRenderer.invoke(channels.call, name, input, ticket) as Promise<string>,
  cancel: (ticket) => ipcRenderer.send(channels.cancel, ticket),
  onChange: (listener) => {
    const heard = (_event: IpcRendererEvent, tags: readonly Tag[]) => listener(tags);
    ipcRenderer.on(channels.changes, heard);
    return () => void ipcRenderer.off(channels.changes, heard);
  },
  onHelp: (listener) => {
    const heard = () => listener();
    ipcRenderer.on(channels.help, heard);
    return () => void ipcRenderer.off(channels.help, heard);
  },
  desktop,
  // asked for at once: the first words of the page are in it
  language: ipcRenderer.sendSync(channels.language) as Language,
};

contextBridge.exposeInMainWorld('gatehouse', bridge);
