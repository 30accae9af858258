import type { DraftTerms } from '#contract/drafts.ts';
import type { InputOf } from '#contract/index.ts';
import type { PreviewEntry, SendEntry } from '#contract/invitations.ts';
import { mostGuests } from '#contract/vocabulary/guests.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { findPerson } from '../choose-people.ts';
import type { OptionName } from '../options.ts';
import { tell } from '../output.ts';
import { print, printJson } from '../print.ts';
import { readText } from '../read-input.ts';
import { asNumber } from '../read-verb.ts';
import type { Run, Session } from '../session.ts';
import { asInstant } from '../time.ts';
import { wrongUse } from '../usage.ts';
import {
  checkAll,
  commonTerms,
  defaultsOf,
  inParts,
  moved,
  type Parts,
  type Sent,
  seatsLacking,
  sendAll,
} from './batch.ts';
import { type Entry, exitFor, foretell, freshOf, plain, refusedLines, settle, tellOutcome } from './outcomes.ts';

type Terms = InputOf<'drafts.save'>['terms'];
type GuestTerms = Extract<Terms, { kind: 'guest' }>;

const guestsOnly = ['message', 'days', 'sponsor', 'account-manager', 'may-invite'] as const;
const othersOnly = ['role', 'group', 'product', 'line', 'life'] as const;

/** Invites people as the window's paste box does, or keeps them as a draft. */
export const invite: Run = async (session) => {
  const { given, operands } = session;
  const kind = kindOf(session);
  refuseTogether(session, kind);
  const text = [...operands, ...(given.file === undefined ? [] : [await readText(given.file)])].join('\n');
  if (text.trim() === '') throw wrongUse('nobody-chosen');
  const terms = await termsOf(session, kind);
  const entries = await previewed(session, kind, text);
  const fresh = freshOf(entries).map((entry) => entryOf(entry, kind));
  const wantsDraft = given.draft !== undefined || given.review || given.at !== undefined;
  if (given['dry-run'] || wantsDraft) {
    const judged = merged(entries, await checkAll(session, terms, fresh));
    // a draft takes its seats when it goes out
    const needed = wantsDraft ? 0 : freshOf(judged).length;
    if (given['dry-run']) return foretell(session, judged, await seatsLacking(session, kind, needed));
    return keep(session, terms, judged, entries, kind);
  }
  const sent = fresh.length === 0 ? { results: [] } : await send(session, terms, fresh);
  return tellOutcome(session, settle(entries, sent.results), sent);
};

function kindOf({ given }: Session): MemberKind {
  const [kind = 'user', second] = given.kind ?? [];
  if (second !== undefined) throw wrongUse('option-twice', '--kind');
  return kind as MemberKind;
}

/** Guests get a period and a sponsor; others get roles, teams and so on; agents hold no role. */
function refuseTogether({ given }: Session, kind: MemberKind): void {
  const strange: readonly OptionName[] = kind === 'guest' ? othersOnly : guestsOnly;
  const agents: readonly OptionName[] = kind === 'inbox-agent' ? ['role'] : [];
  const wrong = [...strange, ...agents].find((option) => given[option] !== undefined);
  if (wrong) throw wrongUse('not-together', `--kind ${kind}, --${wrong}`);
}

async function termsOf(session: Session, kind: MemberKind): Promise<Terms> {
  const { given } = session;
  if (kind !== 'guest') return { kind, defaults: defaultsOf(session), ...commonTerms(session) };
  const days = asNumber('days', given.days);
  const sponsor = given.sponsor === undefined ? undefined : await findPerson(session, given.sponsor);
  if (given.sponsor !== undefined && !sponsor)
    throw wrongUse('unknown-name', `--sponsor ${given.sponsor.slice(0, 80)}`);
  return {
    kind,
    accountManager: given['account-manager'] ?? false,
    mayInviteGuests: given['may-invite'] ?? false,
    teams: [...(given.team ?? [])],
    note: given.message ?? '',
    ...(days === undefined ? {} : { days }),
    ...(sponsor ? { sponsorMembershipId: sponsor.membershipId } : {}),
    ...(given.language === undefined ? {} : { language: given.language as DraftTerms['language'] }),
  };
}

async function previewed({ call, here }: Session, kind: MemberKind, text: string): Promise<readonly PreviewEntry[]> {
  const organizationId = (await here()).id;
  if (kind === 'guest') return (await call('guests.preview', { organizationId, text })).entries;
  return (await call('invitations.preview', { organizationId, text, kind })).entries;
}

/** What the list says about a person; agents hold no role, whatever it says, and guests get only what all of them get. */
function entryOf({ email = '', name, roles, teams }: PreviewEntry, kind: MemberKind): SendEntry {
  if (kind === 'guest') return { email };
  return { email, name, teams, ...(kind === 'user' ? { roles } : {}) };
}

/** The entries with what sending would do, where that says more than parsing the text did. */
function merged(entries: readonly PreviewEntry[], verdicts: readonly Partial<Entry>[]): readonly Entry[] {
  let place = 0;
  return entries.map((entry) => {
    if (entry.verdict !== 'new') return entry;
    const { verdict = entry.verdict, reason, detail } = verdicts[place++] ?? {};
    return { ...entry, verdict, reason, detail };
  });
}

async function send(session: Session, terms: Terms, fresh: readonly SendEntry[]): Promise<Parts<Sent>> {
  if (terms.kind !== 'guest') return sendAll(session, terms.kind as InvitableKind, fresh);
  const organizationId = (await session.here()).id;
  const { kind: _kind, ...common } = terms as GuestTerms;
  const emails = fresh.map(({ email }) => email);
  return inParts(session.messages.invitations.send.progress, emails, mostGuests, async (part, first) =>
    moved(await session.call('guests.invite', { organizationId, emails: part, ...common }), first),
  );
}

/** Keeps the good entries as a draft: for review, to go out at a set time, or for later. */
async function keep(
  session: Session,
  terms: Terms,
  judged: readonly Entry[],
  entries: readonly PreviewEntry[],
  kind: MemberKind,
): Promise<number> {
  const { call, given, here, messages } = session;
  const organizationId = (await here()).id;
  const sendAt = given.at === undefined ? undefined : asInstant(given.at);
  const kept = entries.filter((_, i) => judged[i]?.verdict === 'new').map((entry) => entryOf(entry, kind));
  if (kept.length === 0) return foretell(session, judged);
  const name = given.draft ?? messages.cli.out.draftName(new Date().toISOString().slice(0, 16).replace('T', ' '));
  const { id } = await call('drafts.save', { organizationId, name, terms, entries: kept });
  try {
    if (given.review) await call('drafts.submit', { organizationId, id, ...(sendAt === undefined ? {} : { sendAt }) });
    else if (sendAt !== undefined) await call('drafts.schedule', { organizationId, id, sendAt });
  } catch (error) {
    // what was asked for is refused as a whole: the draft would stay behind unseen, once for each try
    await call('drafts.discard', { organizationId, id });
    throw error;
  }
  const state = given.review ? 'review' : sendAt === undefined ? 'draft' : 'scheduled';
  const others = judged.filter(({ verdict }) => verdict !== 'new');
  if (given.json) await printJson({ draftId: id, state, rows: kept.length, others: others.map(plain) });
  else {
    await print(`${messages.cli.out.draft[state](name, messages.common.people(kept.length))}\n`);
    await tell(refusedLines(session, judged));
  }
  return exitFor(judged);
}
