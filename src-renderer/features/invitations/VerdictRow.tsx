import { Anchor, Tooltip } from '@mantine/core';
import { type CSSProperties, memo } from 'react';
import type { JudgedEntry } from '#contract/invitations.ts';
import { words } from '../../app/words.ts';
import classes from './VerdictList.module.css';
import { verdictLook } from './verdict.ts';

/** What a row offers beside its verdict. */
export interface RowDeeds {
  readonly reinvited: ReadonlySet<number>;
  /** Undefined without the right. */
  readonly reinvite: ((membershipId: number) => void) | undefined;
  /** Shows the page of an existing member. */
  readonly open: (membershipId: number) => void;
}

interface VerdictRowProps {
  readonly id: string;
  readonly position: number;
  readonly entry: JudgedEntry;
  readonly active: boolean;
  readonly style: CSSProperties;
  readonly deeds: RowDeeds;
  readonly onChoose: (position: number) => void;
}

interface RowLinkProps {
  readonly word: string;
  readonly address: string;
  /** Only the active row's link is in the tab order. */
  readonly active: boolean;
  readonly onClick: () => void;
}

const RowLink = ({ word, address, active, onClick }: RowLinkProps) => (
  <Anchor
    component="button"
    type="button"
    ml={6}
    tabIndex={active ? 0 : -1}
    aria-label={`${word} ${address}`}
    onClick={(event) => {
      event.stopPropagation();
      onClick();
    }}
  >
    {word}
  </Anchor>
);

/** How many roles and teams are written out; the rest is shown as a number. */
const shownLabels = 2;

export const VerdictRow = memo(function VerdictRow(props: VerdictRowProps) {
  const { id, position, entry, active, style, deeds, onChoose } = props;
  const { icon: Icon, tone, word } = verdictLook(entry);
  const { paste, verdicts, reinvite, open } = words.invitations;
  const labels = [...(entry.roles ?? []), ...(entry.teams ?? [])];
  const address = entry.email ?? entry.raw;
  const { membershipId } = entry;
  const mayReinvite = entry.verdict === 'already-invited' && membershipId !== undefined && deeds.reinvite !== undefined;
  const wasReinvited = membershipId !== undefined && deeds.reinvited.has(membershipId);
  const full = [entry.name, address, labels.join(', '), word].filter(Boolean).join(' · ');
  return (
    // The grid around the rows has the keyboard: arrows move, Enter chooses.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      id={id}
      role="row"
      aria-rowindex={position + 1}
      aria-selected={active}
      className={classes.row}
      data-tone={tone}
      data-active={active || undefined}
      style={style}
      onClick={() => onChoose(position)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span role="gridcell" className={classes.line} aria-label={paste.line(entry.line)}>
        {entry.line}
      </span>
      <Icon size={16} stroke={1.6} className={`gh-${tone}`} aria-hidden />
      <Tooltip label={full} multiline maw={460} events={{ hover: true, focus: false, touch: false }} openDelay={500}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
        <div role="gridcell" className="gh-ellipsis">
          {entry.name ? <span className={classes.name}>{entry.name}</span> : null}
          <span className={classes.email}>{address}</span>
        </div>
      </Tooltip>
      <span className={classes.chips}>
        {labels.slice(0, shownLabels).map((label) => (
          <span key={label} className={`${classes.chip} gh-ellipsis`}>
            {label}
          </span>
        ))}
        {labels.length > shownLabels ? (
          <span className={classes.chip}>{words.common.more(labels.length - shownLabels)}</span>
        ) : null}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span role="gridcell" className={classes.verdict}>
        {wasReinvited ? verdicts.reinvited : word}
        {mayReinvite && !wasReinvited ? (
          <RowLink word={reinvite} address={address} active={active} onClick={() => deeds.reinvite?.(membershipId)} />
        ) : null}
        {entry.verdict === 'already-member' && membershipId !== undefined ? (
          <RowLink word={open} address={address} active={active} onClick={() => deeds.open(membershipId)} />
        ) : null}
      </span>
    </div>
  );
});
