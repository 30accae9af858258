/**
 * What the console's page may do, as the header `Content-Security-Policy`. It allows nothing that the page does not need.
 * @param nonce of this one answer: style elements carry it (Mantine writes its variables and breakpoints into some)
 *
 * `style-src-attr` is open for the previews of mails, whose frame inherits this policy: styles in attributes are all that
 * mail programs agree on. Those frames run no scripts, and an attribute can load nothing that `img-src` does not allow.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sent with every file of the page. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
