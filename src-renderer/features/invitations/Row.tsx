import { Anchor, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, memo } from 'react';
import { words } from '../../app/words.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Choose } from './Choose.tsx';
import classes from './Rows.module.css';
import { type InviteRow, isList, type RowVerdict } from './rows-text.ts';
import type { Choices } from './use-choices.ts';
import type { RowDeeds } from './VerdictRow.tsx';
import { verdictLook } from './verdict.ts';

/** Stable functions, which stay the same whatever is typed. */
export interface RowCalls {
  readonly onChange: (key: number, patch: Partial<InviteRow>) => void;
  readonly onRemove: (key: number) => void;
  readonly onEnter: (key: number) => void;
  readonly onList: (pasted: string) => void;
}

interface RowProps {
  readonly row: InviteRow;
  readonly number: number;
  readonly verdict: RowVerdict | undefined;
  readonly choices: Choices;
  /** Null for a kind that holds no roles. */
  readonly batchRoles: readonly string[] | null;
  readonly batchTeams: readonly string[];
  readonly nameNeeded: boolean;
  readonly addressOnly: boolean;
  /** Gets the focus when the rows appear in a dialog. */
  readonly focused: boolean;
  readonly deeds: RowDeeds;
  readonly disabled: boolean;
  readonly calls: RowCalls;
}

const { fields, rows: wording, verdicts, reinvite } = words.invitations;

/** The row's verdict, under its field; *new* needs no words. */
function Verdict({ verdict, deeds }: { readonly verdict: RowVerdict | undefined; readonly deeds: RowDeeds }) {
  if (!verdict) return null;
  const { entry, several } = verdict;
  const look = verdictLook(entry);
  if (several)
    return (
      <div className={classes.verdict} data-tone="bad">
        {verdicts.refused(wording.several)}
      </div>
    );
  if (entry.verdict === 'new' && !entry.warning) return null;
  const { membershipId } = entry;
  const invited = entry.verdict === 'already-invited' && membershipId !== undefined;
  const again = invited && deeds.reinvited.has(membershipId);
  return (
    <div className={classes.verdict} data-tone={look.tone}>
      {again ? verdicts.reinvited : entry.verdict === 'duplicate' ? verdicts.duplicateRow : look.word}
      {invited && !again && deeds.reinvite ? (
        <Anchor component="button" type="button" ml={6} onClick={() => deeds.reinvite?.(membershipId)}>
          {reinvite}
        </Anchor>
      ) : null}
      {membershipId !== undefined && entry.verdict !== 'new' ? (
        <Anchor component="button" type="button" ml={6} onClick={() => deeds.open(membershipId)}>
          {words.invitations.open}
        </Anchor>
      ) : null}
    </div>
  );
}

/** Redrawn only when its own props change: a row is four fields, and there may be many rows. */
export const Row = memo(function Row(props: RowProps) {
  const { row, number, verdict, choices, batchRoles, batchTeams, nameNeeded, deeds, disabled } = props;
  const { addressOnly, focused } = props;
  const { onChange, onRemove, onEnter, onList } = props.calls;
  const bad = verdict?.several || verdict?.entry.verdict === 'refused';
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!isList(pasted)) return;
    event.preventDefault();
    onList(pasted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter(row.key);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of columns in every browser
    <div
      className={`${classes.grid} ${classes.row}`}
      data-roles={batchRoles !== null || undefined}
      data-address={addressOnly || undefined}
      role="group"
      aria-label={wording.row(number)}
    >
      <div>
        <TextInput
          aria-label={fields.ofRow(fields.email, number)}
          placeholder={fields.emailPlaceholder}
          value={row.email}
          title={row.email}
          onChange={(event) => onChange(row.key, { email: event.currentTarget.value })}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          error={bad || false}
          aria-describedby={`row-verdict-${row.key}`}
          disabled={disabled}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          id={`row-email-${row.key}`}
          required
          {...(focused ? { 'data-autofocus': true } : {})}
        />
        <div id={`row-verdict-${row.key}`}>
          <Verdict verdict={verdict} deeds={deeds} />
        </div>
      </div>
      {addressOnly ? null : (
        <TextInput
          aria-label={fields.ofRow(fields.name, number)}
          {...(nameNeeded ? { required: true } : { placeholder: fields.optional })}
          value={row.name}
          title={row.name}
          onChange={(event) => onChange(row.key, { name: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          maxLength={200}
          disabled={disabled}
        />
      )}
      {batchRoles === null ? null : (
        <Choose
          what={fields.roles}
          aria-label={fields.ofRow(fields.roles, number)}
          choices={choices.roles}
          value={row.roles ?? batchRoles}
          onChange={(roles) => onChange(row.key, { roles })}
          error={row.roles?.length === 0 && wording.rolesNeeded}
          disabled={disabled}
        />
      )}
      {addressOnly ? null : (
        <Choose
          what={fields.teams}
          aria-label={fields.ofRow(fields.teams, number)}
          choices={choices.teams}
          value={row.teams ?? batchTeams}
          onChange={(teams) => onChange(row.key, { teams })}
          placeholder={fields.optional}
          disabled={disabled}
        />
      )}
      <div className={classes.remove}>
        <IconButton label={fields.removeRow(number)} disabled={disabled} onClick={() => onRemove(row.key)}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
});
