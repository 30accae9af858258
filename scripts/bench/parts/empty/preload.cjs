// The way to the main process and back, and nothing else.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('gatehouse', {
  /** @param {string} name @param {unknown} input */
  call: (name, input) => ipcRenderer.invoke('bare', name, input),
});
