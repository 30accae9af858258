/**
 * What the page's policy wants of style elements; Vite wrote the tag, the main process the value. The window's libraries
 * ask for it at the names below: Mantine by `getStyleNonce`, the one that keeps the page from scrolling behind a dialog
 * by this global.
 */
export const styleNonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

Object.assign(globalThis, { __webpack_nonce__: styleNonce });
