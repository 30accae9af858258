import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError, desktop } from '../app/api.ts';
import { toast } from '../app/toasts.ts';
import { words, wordsFor } from '../app/words.ts';
import classes from './ErrorState.module.css';

interface ErrorStateProps {
  /** What could not be done. */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** The name of trying again here. */
  readonly retry?: string;
  /** Other ways to go on. */
  readonly children?: ReactNode;
}

/** Code and facts of an error for a report; addresses of people stay out of it. */
async function details(error: unknown): Promise<string> {
  const about = await desktop.about();
  const program = `Gatehouse ${about.version}, Electron ${about.electron}, ${navigator.platform}`;
  const what =
    error instanceof ApiError
      ? `${error.operation}: ${error.report.code} ${JSON.stringify(error.report.data)}`
      : String(error instanceof Error ? (error.stack ?? error.message) : error);
  return `${program}\n${new Date().toISOString()}\n${what}`;
}

/** What failed, and how to go on: try again, or copy what a report needs. */
export function ErrorState({ title, error, onRetry, retry = words.common.tryAgain, children }: ErrorStateProps) {
  const copy = async () => {
    await desktop.copyText(await details(error));
    toast(words.desktop.failed.copied);
  };
  return (
    <div className={classes.state} role="alert">
      <div className={classes.body}>
        <IconAlertTriangle size={22} stroke={1.6} aria-hidden className="gh-bad" />
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text}>{wordsFor(error)}</p>
        <div className={classes.actions}>
          {onRetry ? <Button onClick={onRetry}>{retry}</Button> : null}
          <Button variant="subtle" color="gray" onClick={() => void copy()}>
            {words.common.copyDetails}
          </Button>
        </div>
        {children}
      </div>
    </div>
  );
}
