import type { Page } from '../settings/pages.ts';
import type { HelpPage } from './pages.ts';

/** The help page for each path of the window: a path without one does not compile. */
export const helpOf = {
  '/': 'first-start',
  '/overview': 'first-start',
  '/users': 'users',
  '/users/:id': 'users',
  '/pending': 'pending',
  '/pending/drafts': 'drafts',
  '/pending/drafts/:id': 'drafts',
  '/guests': 'guests',
  '/inbox-agents': 'users',
  '/teams': 'structure',
  '/teams/:id': 'structure',
  '/groups': 'structure',
  '/groups/:id': 'structure',
  '/products': 'structure',
  '/products/:id': 'structure',
  '/lines': 'structure',
  '/lines/:id': 'structure',
  '/roles/:id?': 'roles',
  '/audit': 'audit',
  '/profile': 'security',
  '/outbox': 'mail',
  '/demo': 'first-start',
  '/settings/:section?/:part?': 'first-start',
} as const satisfies Readonly<Record<string, HelpPage>>;

export type HelpedPath = keyof typeof helpOf;

/** The settings are one path, with a help page for each section. */
export const helpOfSettings: Readonly<Record<Page, HelpPage>> = {
  organization: 'organizations',
  invitations: 'inviting',
  guests: 'guests',
  licences: 'users',
  products: 'structure',
  mail: 'mail',
  wording: 'wording',
  portal: 'portal',
  privacy: 'audit',
  backups: 'backups',
  security: 'security',
};

/** Whether a path matches a pattern, as `/roles/3` matches `/roles/:id?`. */
export function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    given.length <= wanted.length &&
    wanted.every((part, i) => {
      const have = given[i];
      return have ? part.startsWith(':') || part === have : part.endsWith('?') || part === have;
    })
  );
}

/** The help page for what is on screen. */
export function helpFor(path: string): HelpPage {
  const [, first, section = ''] = path.split('/');
  if (first === 'settings' && Object.hasOwn(helpOfSettings, section)) return helpOfSettings[section as Page];
  const found = Object.entries(helpOf).find(([pattern]) => fits(pattern, path));
  return found?.[1] ?? 'first-start';
}
