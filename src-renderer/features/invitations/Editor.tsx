import { type RefObject, useMemo } from 'react';
import { useSession } from '../../app/session.ts';
import { BatchDefaults } from './BatchDefaults.tsx';
import classes from './InviteDialog.module.css';
import { Paste } from './Paste.tsx';
import type { PasteBoxHandle } from './PasteBox.tsx';
import { Rows } from './Rows.tsx';
import { rowVerdicts } from './rows-text.ts';
import type { InviteState } from './use-invite.ts';
import type { RowDeeds } from './VerdictRow.tsx';
import { Warnings } from './Warnings.tsx';

interface EditorProps {
  readonly state: InviteState;
  readonly deeds: RowDeeds;
  readonly box: RefObject<PasteBoxHandle | null>;
  readonly onGo: (to: string) => void;
}

/** The editing part of the dialog: rows or box, what the batch has in common, and what to know before sending. */
export function Editor({ state, deeds, box, onGo }: EditorProps) {
  const { place } = useSession();
  const busy = state.stage.kind !== 'edit';
  const { checkedRows, rowKeys, text } = state;
  const verdicts = useMemo(() => rowVerdicts(rowKeys, checkedRows.entries), [rowKeys, checkedRows]);
  const toList = (pasted: string) => {
    const before = text.current.trimEnd();
    state.setText(before === '' ? pasted : `${before}\n${pasted}`);
    state.setMode('paste');
  };
  return (
    <div className={classes.body}>
      {state.mode === 'paste' ? (
        <Paste
          key={state.boxVersion}
          checker={state.textChecker}
          initial={text.current}
          onText={state.onText}
          readOnly={busy}
          deeds={deeds}
          box={box}
        />
      ) : (
        <Rows
          rows={state.rows}
          verdicts={verdicts}
          choices={state.choices}
          batchRoles={state.defaults.kind === 'user' ? state.roles : null}
          batchTeams={state.defaults.teams}
          nameNeeded={place.nameRequired}
          deeds={deeds}
          disabled={busy}
          onRows={state.setRows}
          onList={toList}
        />
      )}
      <BatchDefaults
        choices={state.choices}
        defaults={state.defaults}
        roles={state.roles}
        ownLife={place.linkLifeHours}
        ownLanguage={place.language}
        rolesError={state.rolesMissing}
        groupNeeded={place.groupRequired}
        groupError={state.groupMissing}
        disabled={busy}
        onChange={state.changeDefaults}
      />
      <Warnings onGo={onGo} />
    </div>
  );
}
