/** The help pages in the order of the contents. Each but `shortcuts` is a file in `resources/help`, one per language. */
export const helpChapters = {
  start: ['first-start', 'shortcuts'],
  inviting: ['inviting', 'lists', 'drafts', 'pending', 'reminders'],
  mail: ['mail', 'wording', 'portal'],
  people: ['users', 'guests', 'structure', 'roles'],
  house: ['organizations', 'audit', 'backups', 'security', 'command-line'],
} as const;

export type HelpChapter = keyof typeof helpChapters;
export type HelpPage = (typeof helpChapters)[HelpChapter][number];
/** The pages written in Markdown. */
export type WrittenPage = Exclude<HelpPage, 'shortcuts'>;

export const allPages: readonly HelpPage[] = Object.values(helpChapters).flat();
export const writtenPages = allPages.filter((page): page is WrittenPage => page !== 'shortcuts');

export const isHelpPage = (name: string): name is HelpPage => (allPages as readonly string[]).includes(name);
