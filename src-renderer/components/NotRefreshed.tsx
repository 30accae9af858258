import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { words, wordsFor } from '../app/words.ts';
import { Notice } from './Notice.tsx';
import classes from './PauseBanner.module.css';

interface NotRefreshedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What is shown was read earlier, and reading it again has failed. */
export const NotRefreshed = ({ error, onRetry }: NotRefreshedProps) => (
  <div className={classes.banner}>
    <Notice
      kind="bad"
      icon={<IconAlertTriangle size={17} stroke={1.6} aria-hidden />}
      action={
        <Button variant="default" size="xs" onClick={onRetry}>
          {words.common.tryAgain}
        </Button>
      }
    >
      <b>{words.desktop.failed.refresh}</b> {wordsFor(error)}
    </Notice>
  </div>
);
