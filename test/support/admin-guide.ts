import { messagesIn } from '#contract/messages/index.ts';
import { type HelpPage, helpChapters, writtenPages } from '../../src-renderer/features/help/pages.ts';
import { anchorOf } from '../../src-renderer/features/help/sections.ts';
import { helpText } from './help-pages.ts';

const { pages, chapters } = messagesIn('en').help;

/** A picture at the head of a chapter that is easier to understand with one. */
const pictures: { readonly [P in HelpPage]?: readonly [file: string, alt: string] } = {
  inviting: ['invite-rows-light', 'Adding people row by row'],
  lists: ['invite-paste-light', 'A pasted list, judged line by line'],
  pending: ['users-narrow-dark', 'Pending invitations in the dark'],
  mail: ['outbox-light', 'The outbox with the words of the mail server'],
  portal: ['portal-accept-light', 'The page on which invited people arrive'],
  users: ['users-selected-light', 'All that match are selected'],
  guests: ['guests-light', 'Guests with their last day'],
  structure: ['teams-light', 'Teams'],
  roles: ['roles-light', 'A role and what it allows'],
};

/** Links to other pages lead within the guide; those into the window become plain text. */
const within = (markdown: string): string =>
  markdown.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, text: string, href: string) => {
    if (href.startsWith('#/') || href === 'shortcuts.md') return text;
    const [file = '', anchor] = href.split('#');
    const page = file.replace(/\.md$/, '') as HelpPage;
    return `[${text}](#${anchor ?? anchorOf(pages[page])})`;
  });

function part(page: (typeof writtenPages)[number]): string {
  const [, ...lines] = helpText('en', page).trimEnd().split('\n');
  const [file, alt] = pictures[page] ?? [];
  const picture = file ? `\n\n![${alt}](images/${file}.png)` : '';
  const text = within(lines.join('\n').replaceAll(/^##(?=#* )/gm, '###'));
  return `## ${pages[page]}${picture}\n${text}\n`;
}

const contents = Object.entries(helpChapters).map(
  ([chapter, list]) =>
    `- ${chapters[chapter as keyof typeof helpChapters]}\n${list
      .filter((page) => page !== 'shortcuts')
      .map((page) => `  - [${pages[page]}](#${anchorOf(pages[page])})\n`)
      .join('')}`,
);

/** The text of `docs/admin-guide.md`: the English help, one page after the other. */
export const adminGuide = (): string => `# Guide for admins

The help of the window in one file: \`?\` opens it there, at the page that you are on, in English or German, without a network.
Made from \`resources/help/en\`: \`npx vitest run test/docs -u\` writes this file anew, and a test fails while it is out of date.

${contents.join('')}
${writtenPages.map(part).join('\n')}`;
