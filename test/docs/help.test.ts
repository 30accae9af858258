import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { allLanguages } from '#contract/messages/languages.ts';
import { targetOf } from '../../src-renderer/features/help/links.ts';
import { fits, helpOf, helpOfSettings } from '../../src-renderer/features/help/page-of.ts';
import { writtenPages } from '../../src-renderer/features/help/pages.ts';
import { sectionsOf } from '../../src-renderer/features/help/sections.ts';
import { adminGuide } from '../support/admin-guide.ts';
import { leavesOf } from '../support/catalogue.ts';
import { helpFiles, helpSections, helpText, labelsOf, linksOf, tokensOf } from '../support/help-pages.ts';

/** A label without the ellipsis of an action that asks first. */
const bare = (text: string) => text.replace(/ ?…$/, '');
/** Where each text stands in the catalogue; those of the help and the command line are no labels. */
const placesIn = (language: string) => {
  const places = new Map<string, Set<string>>();
  for (const [place, text] of leavesOf(messagesIn(language)))
    if (typeof text === 'string' && !/^(?:help|cli)\./.test(place))
      places.set(bare(text), (places.get(bare(text)) ?? new Set()).add(place));
  return places;
};
const places = { en: placesIn('en'), de: placesIn('de') } as const;
const others = allLanguages.filter((language) => language !== 'en');
/** What `Markdown.tsx` shows, and what only separates or contains. */
const shown = new Set(
  'paragraph list list_item blockquote strong em link codespan code text escape heading space'.split(' '),
);

describe.each(allLanguages)('the help in %s', (language) => {
  it('has every page, and no other', () => {
    expect(helpFiles(language)).toEqual([...writtenPages].sort());
  });

  it.each(writtenPages)('%s holds only what the window shows of Markdown, and no HTML', (page) => {
    expect(tokensOf(helpText(language, page)).filter(({ type }) => !shown.has(type))).toEqual([]);
  });

  it.each(writtenPages)('%s begins with its title; its sections have one depth and distinct names', (page) => {
    const [first, ...rest] = helpSections(language, page);
    expect(first?.heading).toBe(messagesIn(language).help.pages[page]);
    expect(new Set(rest.map(({ anchor }) => anchor)).size).toBe(rest.length);
    expect(helpText(language, page).match(/^(?:#{3,}|#) /gm)).toHaveLength(1);
  });

  it.each(writtenPages)('%s names only buttons, fields and pages that exist', (page) => {
    const gone = labelsOf(tokensOf(helpText(language, page))).filter((label) => !places[language].has(label));
    expect(gone).toEqual([]);
  });

  it.each(writtenPages)('%s links only to pages and sections that exist, never to the network', (page) => {
    const dead = linksOf(helpText(language, page)).filter((href) => {
      const target = targetOf(href, page);
      if (target?.to === 'window')
        return target.path.startsWith('/settings/')
          ? !Object.hasOwn(helpOfSettings, target.path.slice('/settings/'.length))
          : !Object.keys(helpOf).some((pattern) => fits(pattern, target.path));
      if (!target) return true;
      if (target.page === 'shortcuts') return target.anchor !== '';
      return !helpSections(language, target.page).some(({ anchor }) => anchor === target.anchor);
    });
    expect(dead).toEqual([]);
  });
});

describe.each(others)('the help in %s beside the English one', (language) => {
  it.each(writtenPages)('%s has as many sections, steps and examples, and the same links', (page) => {
    const shape = (text: string) => ({
      sections: sectionsOf(text).length,
      steps: tokensOf(text).filter(({ type }) => type === 'list_item').length,
      examples: tokensOf(text).filter(({ type }) => type === 'code').length,
      links: linksOf(text)
        .map((href) => targetOf(href, page))
        .map((t) => (t?.to === 'window' ? t.path : t?.page)),
    });
    expect(shape(helpText(language, page))).toEqual(shape(helpText('en', page)));
  });

  it.each(writtenPages)('%s names the same buttons, section by section', (page) => {
    const both = helpSections('en', page).map((section, i) => [section, helpSections(language, page)[i]] as const);
    const alone = both.flatMap(([english, other]) => {
      const [ours, theirs] = [labelsOf(english.tokens), labelsOf(other?.tokens ?? [])];
      const same = (a: string, b: string) => [...(places.en.get(a) ?? [])].some((p) => places[language].get(b)?.has(p));
      return [
        ...ours.filter((a) => !theirs.some((b) => same(a, b))),
        ...theirs.filter((b) => !ours.some((a) => same(a, b))),
      ];
    });
    expect(alone).toEqual([]);
  });
});

test('every path of the window has a page of the help, and no page is for a path that is gone', () => {
  const source = readFileSync(path.resolve(import.meta.dirname, '../../src-renderer/app/Pages.tsx'), 'utf8');
  const paths = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, found]) => found);
  expect(paths.sort()).toEqual(Object.keys(helpOf).sort());
});

test('docs/admin-guide.md is the English help, page after page, with no heading twice', async () => {
  const headings = writtenPages.flatMap((page) => helpSections('en', page).map(({ heading }) => heading));
  expect(headings.filter((heading, i) => headings.indexOf(heading) !== i)).toEqual([]);
  await expect(adminGuide()).toMatchFileSnapshot('../../docs/admin-guide.md');
});
