import type { Language } from '#contract/messages/languages.ts';
import { language } from '../../app/words.ts';
import { type WrittenPage, writtenPages } from './pages.ts';
import type { Book } from './search.ts';
import { sectionsOf } from './sections.ts';

type Texts = Readonly<Record<string, string>>;

/** Each language is a chunk of its own, of which a window loads one. */
const chunks: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>> = {
  en: () => import('./texts-en.ts'),
  de: () => import('./texts-de.ts'),
};

const nameOf = (path: string) => path.split('/').at(-1)?.replace(/\.md$/, '');

function bookOf(texts: Texts): Book {
  const byName = new Map(Object.entries(texts).map(([path, text]) => [nameOf(path), text]));
  const pages = writtenPages.map((page) => [page, sectionsOf(byName.get(page) ?? '')]);
  return Object.fromEntries(pages) as Record<WrittenPage, ReturnType<typeof sectionsOf>>;
}

/** All written pages in the window's language; loaded once. */
export const book: Promise<Book> = chunks[language]().then(({ texts }) => bookOf(texts));
