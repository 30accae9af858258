import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { words } from '../../app/words.ts';
import classes from './Markdown.module.css';
import { Markdown } from './Markdown.tsx';
import type { HelpPage } from './pages.ts';
import { Shortcuts } from './Shortcuts.tsx';
import type { Book } from './search.ts';

interface PageTextProps {
  readonly page: HelpPage;
  readonly pages: Book;
  readonly onFollow: (href: string) => void;
  /** Absent when there is no earlier page. */
  readonly onBack?: () => void;
}

/** One page: its title, then its sections. */
export function PageText({ page, pages, onFollow, onBack }: PageTextProps) {
  return (
    <div className={classes.page}>
      {onBack ? (
        <Button
          variant="subtle"
          size="xs"
          className={classes.back ?? ''}
          leftSection={<IconArrowLeft size={15} stroke={1.6} aria-hidden />}
          onClick={onBack}
        >
          {words.help.back}
        </Button>
      ) : null}
      <h3 className={classes.title}>{words.help.pages[page]}</h3>
      {page === 'shortcuts' ? (
        <Shortcuts />
      ) : (
        pages[page].map(({ heading, anchor, tokens }) => (
          <section key={anchor} id={anchor ? `help-${anchor}` : undefined} className={classes.section}>
            {anchor ? <h4 className={classes.heading}>{heading}</h4> : null}
            <Markdown tokens={[...tokens]} onFollow={onFollow} />
          </section>
        ))
      )}
    </div>
  );
}
