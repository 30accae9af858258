import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { words } from '../../app/words.ts';
import classes from './MailBody.module.css';

interface MailBodyProps {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly aside?: ReactNode;
  /** Another view, beside the message and its text. */
  readonly more?: { readonly label: string; readonly content: ReactNode };
}

const wording = words.outbox.page;

/** Makes links open a new window, which the frame may not do: so a click leaves the mail in place. */
const withLinksAtRest = (html: string) => html.replace('<head>', '<head><base target="_blank">');

/**
 * A mail as its reader sees it. The HTML is shown in a frame without any permissions: no scripts, no forms, no links out;
 * the page's own policy applies inside it, too.
 */
export function MailBody({ subject, html, text, aside, more }: MailBodyProps) {
  const [view, setView] = useState('html');
  return (
    <div className={classes.body}>
      <div className={classes.head}>
        <SegmentedControl
          aria-label={wording.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'html', label: wording.message },
            { value: 'text', label: wording.text },
            ...(more ? [{ value: 'more', label: more.label }] : []),
          ]}
        />
        {view === 'more' ? null : aside}
      </div>
      {view === 'more' ? more?.content : null}
      {view === 'html' ? (
        <iframe className={classes.html} sandbox="" srcDoc={withLinksAtRest(html)} title={subject} />
      ) : null}
      {view === 'text' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard
        <pre className={`gh-mono ${classes.text}`} tabIndex={0}>
          {text}
        </pre>
      ) : null}
    </div>
  );
}
