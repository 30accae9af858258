import { Kbd, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { words } from '../../app/words.ts';
import classes from './Contents.module.css';
import type { Spot } from './HelpReader.tsx';
import { type HelpChapter, type HelpPage, helpChapters } from './pages.ts';
import { type Book, searchHelp } from './search.ts';

interface ContentsProps {
  readonly pages: Book;
  readonly field: RefObject<HTMLInputElement | null>;
  /** The page being shown. */
  readonly at: HelpPage;
  readonly onOpen: (spot: Spot) => void;
}

const say = words.help;

/** All pages by chapter, or the results of a search. Enter opens the first result. */
export function Contents({ pages, field, at, onOpen }: ContentsProps) {
  const [typed, setTyped] = useState('');
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another entry
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [at]);
  const found = searchHelp(pages, typed);
  const searching = typed.trim() !== '';
  return (
    <div className={classes.contents}>
      <TextInput
        ref={field}
        className={classes.search ?? ''}
        aria-label={say.search.label}
        placeholder={say.search.label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) onOpen(found[0]);
          if (event.key === 'Escape') setTyped('');
        }}
        // the first Escape clears the field, the next one closes the help
        data-mantine-stop-propagation={searching}
        leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
        rightSection={searching ? null : <Kbd aria-hidden>/</Kbd>}
      />
      <p role="status" className={searching ? classes.count : 'gh-hidden'}>
        {searching ? say.search.found(found.length) : ''}
      </p>
      <nav className={classes.list} aria-label={searching ? say.search.results : say.contents}>
        {searching
          ? found.map((one) => (
              <UnstyledButton
                key={`${one.page} ${one.anchor}`}
                className={classes.found ?? ''}
                onClick={() => onOpen(one)}
              >
                <span>{one.heading}</span>
                {one.anchor ? <span className="gh-dim">{say.pages[one.page]}</span> : null}
              </UnstyledButton>
            ))
          : Object.entries(helpChapters).map(([chapter, list]) => (
              <section key={chapter} aria-label={say.chapters[chapter as HelpChapter]}>
                <h3 className={classes.chapter}>{say.chapters[chapter as HelpChapter]}</h3>
                {list.map((page) => (
                  <UnstyledButton
                    key={page}
                    ref={page === at ? current : undefined}
                    className={classes.entry ?? ''}
                    aria-current={page === at ? 'page' : undefined}
                    onClick={() => onOpen({ page, anchor: '' })}
                  >
                    {say.pages[page]}
                  </UnstyledButton>
                ))}
              </section>
            ))}
      </nav>
    </div>
  );
}
