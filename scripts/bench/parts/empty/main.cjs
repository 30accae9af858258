// The least that Electron can show: one window with one line of text. BENCH_PAGE names another page, with its preload beside it.
const { app, BrowserWindow, ipcMain } = require('electron');

const { BENCH_PAGE: page, BENCH_PRELOAD: preload } = process.env;
ipcMain.handle('bare', (_event, _name, _input) => process.env.BENCH_ANSWER);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: preload ? { preload } : {} });
  return page ? window.loadFile(page) : window.loadURL('data:text/html,<p>Empty</p>');
});
app.on('window-all-closed', () => app.quit());
