import {
  IconCircleMinus,
  IconMailBolt,
  IconMailCheck,
  IconMailOff,
  IconUserQuestion,
  type TablerIcon,
} from '@tabler/icons-react';
import type { BounceLine, BounceVerdict } from '#contract/bounces.ts';
import { words } from '../../app/words.ts';
import { useVirtualList } from '../../components/use-virtual-list.ts';
import frame from '../invitations/VerdictList.module.css';
import { effectOf } from './effects.ts';
import classes from './LineList.module.css';

const say = words.bounces;
const none = [IconCircleMinus, 'gh-dim'] as const;
const looks: Readonly<Record<BounceVerdict, readonly [TablerIcon, string]>> = {
  bounced: [IconMailOff, 'gh-bad'],
  earlier: [IconMailOff, 'gh-bad'],
  delayed: [IconMailBolt, 'gh-warn'],
  noted: [IconMailCheck, 'gh-ok'],
  known: none,
  accepted: none,
  ended: none,
  'not-sent': none,
  older: none,
  unknown: [IconUserQuestion, 'gh-warn'],
  unreadable: [IconCircleMinus, 'gh-bad'],
};

const fromOf = ({ source, line }: BounceLine) =>
  source === null ? say.import.pasted(line) : say.import.file(source, line);

function Cells({ line }: { readonly line: BounceLine }) {
  const { name, email, address, verdict, words: said } = line;
  const [Icon, ink] = looks[verdict];
  const effect = effectOf(line);
  const who = name ? `${name} ${email ?? ''}` : email || address;
  return (
    <>
      <Cell first={who} second={fromOf(line)} />
      <Cell first={email && address && address !== email ? address : ''} second={said} />
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row */}
      <span role="gridcell" className={classes.cell}>
        <span className={classes.verdict}>
          <Icon size={16} stroke={1.6} aria-hidden className={ink} />
          {say.verdicts[verdict]}
        </span>
        <span className={classes.second} title={effect}>
          {effect}
        </span>
      </span>
    </>
  );
}

const Cell = ({ first, second }: { readonly first: string; readonly second: string }) => (
  // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
  // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
  <span role="gridcell" className={classes.cell}>
    {first ? (
      <span className="gh-ellipsis" title={first}>
        {first}
      </span>
    ) : null}
    <span className={classes.second} title={second}>
      {second}
    </span>
  </span>
);

/** What each line does. Only the rows in sight exist; arrows move. */
export function LineList({ lines }: { readonly lines: readonly BounceLine[] }) {
  const { active, setActive, idOf, drawn, height, list } = useVirtualList({
    count: lines.length,
    rows: 'lines',
    overscan: 8,
    onChoose: () => {},
  });
  return (
    <div className={frame.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: five thousand rows of which twenty exist are not a table */}
      <div className={frame.scroll} role="grid" aria-label={say.import.table} aria-rowcount={lines.length} {...list}>
        <div className={frame.all} style={{ height }}>
          {drawn.map(({ index, start, size }) => {
            const line = lines[index];
            return line ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around the rows has the keyboard
              // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
              // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
              <div
                key={index}
                id={idOf(index)}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={index === active}
                className={classes.row}
                data-active={index === active || undefined}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => setActive(index)}
              >
                <Cells line={line} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
