import { type HelpPage, isHelpPage } from './pages.ts';

/** Where a link in the help leads: to another help page, or to a page of the window. */
export type Target =
  | { readonly to: 'help'; readonly page: HelpPage; readonly anchor: string }
  | { readonly to: 'window'; readonly path: string };

/** Reads `pending.md#extend-links`, `#extend-links` and `#/settings/mail`; undefined for anything else. */
export function targetOf(href: string, from: HelpPage): Target | undefined {
  if (href.startsWith('#/')) return { to: 'window', path: href.slice(1) };
  const parts = /^(?:([\w-]+)\.md)?(?:#(.+))?$/.exec(href);
  if (!parts || href === '') return undefined;
  const [, page = from, anchor = ''] = parts;
  return isHelpPage(page) ? { to: 'help', page, anchor: decodeURIComponent(anchor) } : undefined;
}
