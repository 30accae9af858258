import { Link } from 'wouter';
import type { ListedDraft, SentDraft } from '#contract/drafts.ts';
import { spanInWords } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { Moment } from '../../components/Moment.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import type { RowColumn } from '../../components/RowTable.tsx';
import { DraftMark } from './DraftMark.tsx';
import classes from './Drafts.module.css';

const say = words.drafts;
const { columns } = say;

export const draftHref = (id: number) => `/pending/drafts/${id}`;
const named = (person: { readonly name: string; readonly email: string } | null) =>
  person ? person.name || person.email : say.house;

/** What a list shows of a draft. */
export const draftColumns: readonly RowColumn<ListedDraft>[] = [
  {
    key: 'name',
    label: columns.name,
    cell: ({ id, name }) => (
      <Link href={draftHref(id)} tabIndex={-1} className={`gh-ellipsis ${classes.name}`} title={name}>
        {name}
      </Link>
    ),
  },
  { key: 'state', label: columns.state, width: 172, cell: (row) => <DraftMark {...row} /> },
  {
    key: 'author',
    label: columns.author,
    width: '16%',
    cell: ({ author }) => <OverflowText>{named(author)}</OverflowText>,
  },
  {
    key: 'people',
    label: columns.people,
    width: 72,
    right: true,
    cell: ({ rows }) => words.format.number(rows),
  },
  {
    key: 'problems',
    label: columns.problems,
    width: 84,
    right: true,
    cell: ({ problems }) =>
      problems === 0 ? null : <span className={classes.problems}>{words.format.number(problems)}</span>,
  },
  {
    key: 'sends',
    label: columns.sends,
    width: 116,
    right: true,
    cell: ({ sendAt }) => (sendAt === null ? null : <Moment at={sendAt} show="exact" />),
  },
  {
    key: 'changed',
    label: columns.changed,
    width: 96,
    right: true,
    cell: ({ changedAt }) => <Moment at={changedAt} show="ago" />,
  },
];

/** In ms: a timer may be this late without the computer having slept. */
const punctual = 2 * 60_000;

/** How late a scheduled draft went out, in words; empty if it was on time. */
export const lateness = ({ sentAt, plannedAt }: SentDraft): string =>
  plannedAt !== null && sentAt - plannedAt > punctual
    ? say.late(spanInWords(sentAt - plannedAt, words.desktop.time))
    : '';
