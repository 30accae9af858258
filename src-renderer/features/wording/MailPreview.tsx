import type { ReactNode } from 'react';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { MailBody } from '../outbox/MailBody.tsx';
import classes from './MailPreview.module.css';
import type { Preview } from './use-preview.ts';

const say = words.wording;

/** The mail as its reader will see it, or as it was before an error was typed; above it, what the preview is of. */
export function MailPreview({ preview, children }: { readonly preview: Preview; readonly children?: ReactNode }) {
  const { letter, stale, error, retry } = preview;
  if (error) return <ErrorState title={say.noPreview} error={error} onRetry={retry} />;
  return (
    <section className={classes.preview} aria-label={say.preview} data-stale={stale || undefined}>
      {children}
      <p role="status" className="gh-dim">
        {stale ? say.lastSound : ''}
      </p>
      {letter ? (
        <>
          <p className={classes.subject}>
            <span className="gh-dim">{say.subject}</span> {letter.subject}
          </p>
          <MailBody subject={letter.subject} html={letter.html} text={letter.text} />
        </>
      ) : null}
    </section>
  );
}
