import type { ReactNode } from 'react';
import { words } from '../../app/words.ts';
import { Mark } from '../../components/Mark.tsx';
import classes from './Gate.module.css';

/** The ground before the console: mark, name, one card. */
export const Gate = ({ width, children }: { readonly width: number; readonly children: ReactNode }) => (
  <main className={classes.ground}>
    <div className={classes.column} style={{ maxWidth: width }}>
      <div className={classes.product}>
        <Mark />
        {words.common.product}
      </div>
      <div className={classes.card}>{children}</div>
    </div>
  </main>
);
