import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import type { Place } from '#contract/session.ts';
import { guestDays } from '#contract/values.ts';
import { mostGuests } from '#contract/vocabulary/guests.ts';
import { sendPage } from '../failures.ts';
import { hasProblems, type Problems, problemsOf } from '../fields.ts';
import { text } from '../form.ts';
import type { House } from '../house.ts';
import {
  type InviteGuestsContent,
  inviteGuestsPage,
  type Left,
  longestAddresses,
  type TypedGuests,
  wordVerdict,
} from '../pages/invite-guests.ts';
import { forVisitors, type Visitor } from '../visitor.ts';

/** Percent-encoding can take several octets for each character of the form's own limit. */
const bodyBytes = 4 * longestAddresses;

/** Where people who may do so invite guests, for the organization they are in now. */
export function serveGuests(app: FastifyInstance, house: House): void {
  const { viewOf } = house;
  const show = (request: FastifyRequest, reply: FastifyReply, visitor: Visitor, content: InviteGuestsContent) =>
    sendPage(
      reply,
      inviteGuestsPage(viewOf(request), visitor, content),
      content.problems && hasProblems(content.problems) ? 422 : 200,
    );

  app.get(
    '/guests/invite',
    forVisitors(house, async (visitor, request, reply) => {
      const place = inviting(visitor.current);
      return show(request, reply, visitor, { place, typed: emptyForm(place) });
    }),
  );

  app.post(
    '/guests/invite',
    { bodyLimit: bodyBytes },
    forVisitors(house, async (visitor, request, reply) => {
      // the one that the form named, even if they have switched to another meanwhile
      const named = text(request.body, 'organizationId');
      const place = inviting(visitor.places.find(({ id }) => String(id) === named));
      return show(request, reply, visitor, await answer(house, visitor, request, place));
    }),
  );
}

const emptyForm = (place: Place): TypedGuests => ({ emails: '', note: '', days: String(place.guestDays) });

async function answer(
  house: House,
  visitor: Visitor,
  request: FastifyRequest,
  place: Place,
): Promise<InviteGuestsContent> {
  const { dispatch, viewOf } = house;
  const view = viewOf(request);
  const typed: TypedGuests = {
    emails: text(request.body, 'emails'),
    // browsers count a line break as one character and send it as two
    note: text(request.body, 'note').replaceAll('\r\n', '\n'),
    days: text(request.body, 'days').trim(),
  };
  const days = guestDays.safeParse(/^\d{1,4}$/.test(typed.days) ? Number(typed.days) : undefined);
  const problem = (field: string, code: string) => ({ path: [field], code, message: code });
  const issues = [
    ...(typed.emails.trim() ? [] : [problem('emails', 'empty')]),
    ...(typed.emails.length > longestAddresses ? [problem('emails', 'too-long')] : []),
    ...(days.success ? [] : [problem('days', 'range')]),
  ];
  const refused = (problems: Problems) => ({ place, typed, problems });
  if (issues.length > 0 || !days.success) return refused(problemsOf(view.words, issues));

  const organizationId = place.id;
  const { entries } = await dispatch(visitor.caller, 'guests.preview', { organizationId, text: typed.emails });
  const good = entries.filter(({ verdict }) => verdict === 'new').flatMap(({ email }) => email ?? []);
  if (good.length === 0) return { ...refused(problemsOf(view.words, [problem('emails', 'nobody')])), entries };
  if (good.length > mostGuests) return { ...refused(problemsOf(view.words, [problem('emails', 'too-many')])) };
  if (text(request.body, 'step') !== 'invite') return { place, typed, entries };

  try {
    const {
      invited,
      refused: turned,
      skipped,
    } = await dispatch(visitor.caller, 'guests.invite', {
      organizationId,
      emails: good,
      note: typed.note,
      days: days.data,
    });
    const left: Left[] = [
      ...entries
        .filter(({ verdict }) => verdict !== 'new')
        .map((entry) => ({ email: entry.email ?? entry.raw, why: wordVerdict(view, entry) })),
      ...[...turned.map((t) => ({ ...t, verdict: 'refused' as const })), ...skipped].map((t) => ({
        email: t.email,
        why: wordVerdict(view, t),
      })),
    ];
    // what can be corrected stays in the form, with the terms that were chosen for it
    const again = [
      ...entries.filter(({ verdict }) => verdict === 'refused').map(({ raw }) => raw),
      ...turned.map(({ email }) => email),
    ];
    const rest = again.length > 0 ? { ...typed, emails: again.join('\n') } : emptyForm(place);
    return { place, typed: rest, invited: invited.map(({ email }) => email), left };
  } catch (error) {
    if (!(error instanceof GatehouseError) || error.code !== 'invalid-input') throw error;
    return { ...refused(problemsOf(view.words, error.issues)), entries };
  }
}

/**
 * @throws GatehouseError `not-permitted` for a place where the person may not invite guests, or does not belong;
 *   `approval-needed` where operators approve invitations, before anything is typed in vain
 */
function inviting(place: Place | undefined): Place {
  if (!place?.permissions.includes('guests:invite'))
    throw new GatehouseError('not-permitted', { permission: 'guests:invite' });
  if (place.approvalRequired) throw new GatehouseError('approval-needed', {});
  return place;
}
