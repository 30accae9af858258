/**
 * The nonce that the page's policy demands of style elements; Vite wrote the tag, the main process the value. Libraries
 * look for it in different places: Mantine in `getStyleNonce`, the one that stops the page from scrolling behind a
 * dialog in this global.
 */
export const styleNonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

Object.assign(globalThis, { __webpack_nonce__: styleNonce });
