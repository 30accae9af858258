import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Quiet.module.css';

interface QuietProps {
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
  readonly children?: ReactNode;
}

/** An empty page or list: a heading, a sentence, what to do next. */
export function Quiet({ title, text, action, children }: QuietProps) {
  return (
    <div className={classes.quiet}>
      <div className={classes.body}>
        <h2 className={classes.title}>{title}</h2>
        {text ? <p className={classes.text}>{text}</p> : null}
        {children}
        {action ? (
          <Button variant="default" className={classes.action} onClick={action.onClick}>
            {action.label}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
