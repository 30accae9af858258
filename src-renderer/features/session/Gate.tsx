import type { ReactNode } from 'react';
import { words } from '../../app/words.ts';
import { Mark } from '../../components/Mark.tsx';
import classes from './Gate.module.css';

interface GateProps {
  readonly width: number;
  /** Shown discreetly beside the title. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}

/** The page before the console: mark, name, one card. */
export const Gate = ({ width, corner, children }: GateProps) => (
  <main className={classes.ground}>
    <div className={classes.column} style={{ maxWidth: width }}>
      <div className={classes.product}>
        <Mark />
        {words.common.product}
      </div>
      <div className={classes.card}>
        {corner ? <div className={classes.corner}>{corner}</div> : null}
        {children}
      </div>
    </div>
  </main>
);
