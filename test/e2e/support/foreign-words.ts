import type { Page } from '@playwright/test';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { leavesOf } from '../../support/catalogue.ts';

/** Texts of the English catalogue that another one says otherwise. */
function onlyEnglish(language: Language): string[] {
  const theirs = new Map(leavesOf(messagesIn(language)));
  const own = new Set([...theirs.values()].filter((leaf) => typeof leaf === 'string'));
  return leavesOf(messagesIn('en')).flatMap(([path, leaf]) =>
    typeof leaf === 'string' && theirs.get(path) !== leaf && !own.has(leaf) && /\p{L}{2}/u.test(leaf) ? [leaf] : [],
  );
}

/**
 * What is on screen, or read out, in English although the window speaks another language.
 * @param data what people typed, which is in no language
 */
export async function englishOn(page: Page, language: Language, data: readonly string[] = []): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style')) texts.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
  const english = new Set(onlyEnglish(language));
  return [...new Set(shown)].filter((text) => english.has(text) && !data.includes(text));
}
