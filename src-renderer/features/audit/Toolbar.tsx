import { Button, TextInput } from '@mantine/core';
import { faces } from '#contract/operation.ts';
import { auditOutcomes } from '#contract/vocabulary/audit.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { fullDate } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { ChoiceFilter, FilterPopover } from '../users/FilterPopover.tsx';
import toolbar from '../users/Toolbar.module.css';
import { type AuditList, isNarrowed, wholeAudit } from './audit-list.ts';
import classes from './Toolbar.module.css';

const say = words.audit.list;
const { filters } = say;
const byLabel = (a: { readonly label: string }, b: { readonly label: string }) => a.label.localeCompare(b.label);
const deeds = Object.entries(words.audit.deeds)
  .map(([value, label]) => ({ value, label }))
  .sort(byLabel);
const outcomes = auditOutcomes.map((value) => ({ value, label: words.audit.outcomes[value] }));
const origins = faces.map((value) => ({ value, label: words.audit.faces[value] }));

interface ToolbarProps {
  readonly list: AuditList;
  readonly onChange: (patch: Partial<AuditList>) => void;
}

/** Search and filters of the log. */
export function Toolbar({ list, onChange }: ToolbarProps) {
  const { place } = useSession();
  const { data } = useQueryOf('audit.actors', { organizationId: place.id });
  const actors = data?.actors.map((value) => ({ value, label: value }));
  return (
    <div className={toolbar.toolbar}>
      <div className={toolbar.search}>
        <FilterBox
          label={say.search.label}
          placeholder={say.search.placeholder}
          clearLabel={say.search.clear}
          value={list.search}
          onChange={(search) => onChange({ search })}
          delay={200}
          wide
        />
      </div>
      <section className={toolbar.filters} aria-label={filters.label}>
        <ChoiceFilter
          what={filters.who}
          options={actors}
          value={list.actors}
          onChange={(value) => onChange({ actors: value })}
        />
        <ChoiceFilter
          what={filters.what}
          options={deeds}
          value={list.operations}
          onChange={(operations) => onChange({ operations })}
        />
        <Target value={list.target} onChange={(target) => onChange({ target })} />
        <ChoiceFilter
          what={filters.face}
          options={origins}
          value={list.faces}
          onChange={(value) => onChange({ faces: faces.filter((face) => value.includes(face)) })}
        />
        <ChoiceFilter
          what={filters.outcome}
          options={outcomes}
          value={list.outcomes}
          onChange={(value) => onChange({ outcomes: auditOutcomes.filter((outcome) => value.includes(outcome)) })}
        />
        <Dates list={list} onChange={onChange} />
        {isNarrowed(list) ? (
          <Button variant="subtle" size="xs" className={toolbar.clear} onClick={() => onChange(wholeAudit)}>
            {say.clear}
          </Button>
        ) : null}
      </section>
    </div>
  );
}

/** Matches the exact text: the index finds it at once, however long the log. */
function Target({ value, onChange }: { readonly value: string; readonly onChange: (target: string) => void }) {
  return (
    <FilterPopover what={filters.target} set={value} width={320}>
      <form
        // a value set from elsewhere starts a fresh form
        key={value}
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('target');
          onChange(typeof typed === 'string' ? typed.trim() : '');
        }}
      >
        <TextInput
          name="target"
          size="xs"
          data-autofocus
          label={filters.target}
          description={filters.targetHint}
          inputWrapperOrder={['label', 'input', 'description']}
          defaultValue={value}
          maxLength={320}
          spellCheck={false}
          onBlur={(event) => {
            if (event.currentTarget.value.trim() !== value) onChange(event.currentTarget.value.trim());
          }}
        />
      </form>
    </FilterPopover>
  );
}

function Dates({ list: { from, to }, onChange }: ToolbarProps) {
  const { timeZone } = useSession().place;
  const short = (day: string) => fullDate(Date.parse(`${day}T00:00:00Z`), 'UTC', words.desktop.time);
  const set =
    from && to
      ? from === to
        ? short(from)
        : filters.range(short(from), short(to))
      : from
        ? filters.since(short(from))
        : to
          ? filters.until(short(to))
          : '';
  return (
    <FilterPopover what={filters.dates} set={set} width={240}>
      <div className={classes.fields}>
        <TextInput
          type="date"
          size="xs"
          data-autofocus
          label={filters.from}
          value={from}
          max={to || undefined}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          size="xs"
          label={filters.to}
          value={to}
          min={from || undefined}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
        <span className={classes.hint}>{filters.zone(timeZone)}</span>
      </div>
    </FilterPopover>
  );
}
