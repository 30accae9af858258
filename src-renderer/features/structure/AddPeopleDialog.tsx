import { Button, Checkbox, Modal, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { StructureRow } from '#contract/structure.ts';
import type { UserRow } from '#contract/users.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { Person } from '../../components/Person.tsx';
import classes from './AddPeopleDialog.module.css';
import { useAddPeople } from './use-add-people.ts';

const say = words.structure.addPeople;
const shown = 50;

interface AddPeopleDialogProps {
  readonly kind: StructureKind;
  readonly row: StructureRow;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Chooses people of the organization and puts them into a team, group, product or line. */
export function AddPeopleDialog({ opened, onClose, ...rest }: AddPeopleDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={say.title(rest.row.name)} size={560}>
      <Choose {...rest} onClose={onClose} />
    </Modal>
  );
}

function Choose({ kind, row: item, onClose }: Omit<AddPeopleDialogProps, 'opened'>) {
  const organizationId = useSession().place.id;
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<number, UserRow>>(new Map());
  const adding = useAddPeople(kind, item);
  const list = useQueryOf(
    'users.list',
    { organizationId, kinds: [...memberKinds], search, limit: shown },
    { keepPrevious: true },
  );
  const { data } = list;
  const toggle = (row: UserRow) => {
    const next = new Map(chosen);
    if (!next.delete(row.membershipId)) next.set(row.membershipId, row);
    setChosen(next);
  };
  const submit = async () => {
    const { added, failed } = await adding.run([...chosen.values()]);
    if (added > 0) toast(say.added(added, item.name));
    if (failed.length === 0) onClose();
    else setChosen(new Map(failed.map(({ person }) => [person.membershipId, person])));
  };
  // leaving the dialog cancels what is not done yet
  useEffect(() => adding.stop, [adding.stop]);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.size > 0 && !adding.progress) void submit();
      }}
    >
      <div className={classes.search}>
        <FilterBox
          label={say.search}
          placeholder={say.placeholder}
          value={search}
          onChange={setSearch}
          delay={200}
          withKey={false}
          inDialog
        />
      </div>
      {list.error && !data ? (
        <ErrorState title={words.desktop.failed.users} error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <ul className={classes.list} aria-label={say.list}>
          {data?.rows.map((row) => {
            const already = row[kind].some(({ id }) => id === item.id);
            return (
              <li key={row.membershipId} data-chosen={chosen.has(row.membershipId) || undefined}>
                <Checkbox
                  classNames={{ body: classes.choice ?? '', labelWrapper: classes.label ?? '' }}
                  checked={already || chosen.has(row.membershipId)}
                  disabled={already || adding.progress !== undefined}
                  onChange={() => toggle(row)}
                  label={<Person row={row} />}
                />
                {already ? <span className={classes.already}>{say.already}</span> : null}
              </li>
            );
          })}
          {data?.rows.length === 0 ? <li className={classes.nobody}>{say.nobody}</li> : null}
        </ul>
      )}
      {data?.next ? (
        <p className={classes.more}>
          {say.more(data.rows.length, `${words.format.number(data.total)}${data.totalIsLeast ? '+' : ''}`)}
        </p>
      ) : null}
      {adding.failed.length > 0 ? (
        <div className={classes.failed} role="alert">
          <b>{say.failed(adding.failed.length)}</b>
          <ul>
            {adding.failed.map(({ person, why }) => (
              <li key={person.membershipId}>{`${person.name || person.email}: ${why}`}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <DialogFooter
        facts={
          adding.progress ? (
            <>
              <Progress
                size={4}
                w={160}
                value={(100 * adding.progress.done) / adding.progress.total}
                aria-label={say.progress(adding.progress.done, adding.progress.total)}
              />
              {say.progress(adding.progress.done, adding.progress.total)}
            </>
          ) : (
            <span role="status">{say.chosen(chosen.size)}</span>
          )
        }
      >
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" disabled={chosen.size === 0} loading={adding.progress !== undefined}>
          {say.confirm(chosen.size)}
        </Button>
      </DialogFooter>
    </form>
  );
}
