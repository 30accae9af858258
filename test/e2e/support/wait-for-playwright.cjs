// Put in front of the application: it begins once Playwright listens, which then calls `__playwright_run`. Otherwise window
// and listener come up together, and now and then Playwright misses that the window has gone to its page.
const { app } = require('electron');

const ready = app.whenReady();
const heard = new Promise((resolve) => {
  Object.assign(globalThis, { __playwright_run: resolve });
});
app.whenReady = () => heard.then(() => ready);
