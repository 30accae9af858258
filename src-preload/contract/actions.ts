/**
 * What can be done from anywhere, with its keys, named as the page's `keys.ts` reads them; `Mod` is Ctrl, on a Mac ⌘.
 * Keyboard, help sheet, palette and native menu all read this one list. A path goes to that page.
 */
export const actionKeys = {
  rows: 'N',
  paste: 'Mod+I',
  wizard: 'Shift+N',
  import: null,
  palette: 'Mod+K',
  back: 'Alt+ArrowLeft',
  forward: 'Alt+ArrowRight',
  help: '?',
  lock: 'Mod+L',
  '/overview': 'G O',
  '/users': 'G U',
  '/pending': 'G P',
  '/guests': 'G G',
  '/inbox-agents': 'G I',
  '/teams': 'G T',
  '/groups': 'G R',
  '/roles': 'G L',
  '/outbox': 'G M',
  '/audit': 'G A',
  '/demo': 'G D',
  '/settings': 'Mod+,',
  '/profile': null,
} as const satisfies Readonly<Record<string, string | null>>;

/** Further keys, which are the same on every system. */
export const otherKeys: Readonly<Record<string, Action>> = { F1: 'help' };

export type Action = keyof typeof actionKeys;
export const actions = Object.keys(actionKeys) as readonly Action[];
export const isAction = (given: unknown): given is Action =>
  typeof given === 'string' && Object.hasOwn(actionKeys, given);
