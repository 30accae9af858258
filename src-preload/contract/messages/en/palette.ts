import { number } from './format.ts';

/** The command palette: one field for people, pages and actions. */
export const palette = {
  open: 'Search people, pages, actions',
  label: 'Command palette',
  results: 'Found',
  nothing: 'Nothing has this name. Part of a name or an address is enough.',
  groups: { people: 'People', actions: 'Actions', goTo: 'Go to', help: 'Help' },
  /** What a place is, behind its name. */
  notes: {
    settings: 'Settings',
    teams: (members: number) => `Team, ${number(members)} ${members === 1 ? 'member' : 'members'}`,
    groups: (members: number) => `Group, ${number(members)} ${members === 1 ? 'member' : 'members'}`,
    products: (members: number) => `Product, ${number(members)} ${members === 1 ? 'member' : 'members'}`,
    lines: (members: number) => `Line, ${number(members)} ${members === 1 ? 'member' : 'members'}`,
  },
  /** A page of the help. */
  help: (page: string) => `Help: ${page}`,
  appearance: (theme: string) => `Appearance: ${theme}`,
  switchTo: (organization: string) => `Switch to ${organization}`,
  hints: { choose: 'choose', open: 'open', actions: 'actions of the person', onlyActions: 'only actions' },
};
