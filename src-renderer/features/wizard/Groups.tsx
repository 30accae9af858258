import { Button, Checkbox, Pill, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { foldName } from '#contract/fold.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Later } from '../../components/Later.tsx';
import { nameOf } from './draft.ts';
import { GroupList, type GroupListHandle } from './GroupList.tsx';
import classes from './Groups.module.css';
import type { WizardState } from './use-wizard.ts';

interface GroupsProps {
  readonly wizard: WizardState;
  readonly onGo: (to: string) => void;
}

const say = words.wizard.groups;

/** Chooses at least one group, of which there may be hundreds. */
export function Groups({ wizard, onGo }: GroupsProps) {
  const { may } = useSession();
  const { draft, change, problems, belongings } = wizard;
  const { groups } = belongings;
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState(false);
  const list = useRef<GroupListHandle>(null);
  const chosen = useMemo(() => new Set(draft.groups), [draft.groups]);
  const shown = useMemo(() => {
    const wanted = foldName(search.trim());
    return (groups ?? []).filter(
      ({ name }) => (!only || chosen.has(name)) && (wanted === '' || foldName(name).includes(wanted)),
    );
  }, [groups, search, only, chosen]);
  const toggle = (name: string) =>
    change({ groups: chosen.has(name) ? draft.groups.filter((group) => group !== name) : [...draft.groups, name] });

  const onSearchKey = (event: KeyboardEvent) => {
    const [best] = shown;
    if (event.key === 'ArrowDown') list.current?.focus();
    // Enter takes the first match; with nothing typed it goes on, as in every field
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && search.trim() !== '' && best) {
      event.stopPropagation();
      toggle(best.name);
      setSearch('');
    } else return;
    event.preventDefault();
  };

  if (!may('structure:read'))
    return <p className={classes.quiet}>{say.unreadable(words.errors.rights['structure:read'])}</p>;
  if (!groups) return <Later>{words.common.loading}</Later>;
  if (groups.length === 0)
    return (
      <div className={classes.none}>
        <h3>{say.none}</h3>
        <p className="gh-dim">{say.noneText}</p>
        <Button variant="default" data-first onClick={() => onGo('/groups')}>
          {say.toGroups}
        </Button>
      </div>
    );
  const [before, behind] = say.which;
  const error = problems.groups;
  return (
    <div className={classes.groups}>
      <div>
        <div className={classes.question} id="wizard-groups">
          {before}
          <b>{nameOf(draft)}</b>
          {behind} <span className="gh-bad">*</span>
        </div>
        <div className="gh-dim">{say.hint}</div>
      </div>
      {draft.groups.length > 0 ? (
        <Pill.Group className={classes.pills ?? ''} aria-label={say.selected}>
          {draft.groups.map((name) => (
            <Pill
              key={name}
              withRemoveButton
              classNames={{ root: classes.pill ?? '' }}
              onRemove={() => toggle(name)}
              removeButtonProps={{ 'aria-label': say.remove(name), 'aria-hidden': false, tabIndex: 0 }}
            >
              {name}
            </Pill>
          ))}
        </Pill.Group>
      ) : null}
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          aria-label={say.search(groups.length)}
          placeholder={say.search(groups.length)}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onSearchKey}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'wizard-groups-error' : undefined}
          data-first
        />
        <Checkbox
          label={say.onlySelected(draft.groups.length)}
          checked={only}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
      </div>
      {error ? (
        <div id="wizard-groups-error" className={classes.error} role="alert">
          {error}
        </div>
      ) : null}
      <GroupList
        handle={list}
        groups={shown}
        chosen={chosen}
        onToggle={toggle}
        quiet={only && draft.groups.length === 0 ? say.noneSelected : say.noMatch(search.trim())}
      />
    </div>
  );
}
