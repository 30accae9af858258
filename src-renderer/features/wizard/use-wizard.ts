import { useEffect, useRef, useState } from 'react';
import type { SendEntry } from '#contract/invitations.ts';
import type { Language } from '#contract/messages/languages.ts';
import { ApiError, call } from '../../app/api.ts';
import type { InviteStart } from '../../app/invite.tsx';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { readPhone } from '../../components/phone-numbers.ts';
import { presetRole, useBelongings } from '../invitations/use-choices.ts';
import { type Draft, draftOf, emptyDraft, isTyped, keepDraft, nameOf } from './draft.ts';
import { useAddress } from './use-address.ts';

export const steps = ['details', 'groups', 'overview'] as const;
export type Step = (typeof steps)[number];

/** What kept *Next* from going on, by field. */
export type Problems = Partial<
  Record<'firstName' | 'lastName' | 'email' | 'phone' | 'country' | 'roles' | 'groups', string>
>;

export interface Added {
  readonly membershipId: number;
  readonly name: string;
  readonly email: string;
}

const say = words.wizard;

interface Batch {
  readonly kind: Draft['kind'];
  readonly entries: SendEntry[];
  readonly language?: Language;
}

/** The person as the operations take them. */
function batchOf(draft: Draft, roles: readonly string[]): Batch {
  const phone = draft.phone.trim();
  const entry = {
    email: draft.email.trim(),
    firstName: draft.firstName.trim(),
    lastName: draft.lastName.trim(),
    ...(phone !== '' && { phone, ...(draft.country !== '' && { country: draft.country }) }),
    ...(draft.kind === 'user' && { roles: [...roles] }),
    groups: [...draft.groups],
  };
  return { kind: draft.kind, entries: [entry], ...(draft.language !== null && { language: draft.language }) };
}

/** The problems of everything but the address, which the core is asked about. */
function problemsOf(draft: Draft, roles: readonly string[]): Problems {
  const phone = readPhone(draft);
  return {
    ...(draft.firstName.trim() === '' && { firstName: say.details.firstNameNeeded }),
    ...(draft.lastName.trim() === '' && { lastName: say.details.lastNameNeeded }),
    ...(draft.email.trim() === '' && { email: say.details.emailNeeded }),
    ...(phone === 'country-needed' && { country: say.details.countryNeeded }),
    ...(phone === 'not-a-phone-number' && { phone: say.details.phoneWrong }),
    ...(draft.kind === 'user' && roles.length === 0 && { roles: say.details.roleNeeded }),
  };
}

/** All state of the wizard: what is typed, the step, the problems. What was typed is kept when the dialog closes. */
export function useWizard(start: InviteStart) {
  const { place } = useSession();
  const organizationId = place.id;
  const [draft, setDraft] = useState<Draft>(
    () => draftOf(organizationId) ?? { ...emptyDraft, ...(start.kind && { kind: start.kind }) },
  );
  const [step, setStep] = useState<Step>('details');
  const [problems, setProblems] = useState<Problems>({});
  /** Incremented each time something kept the wizard from going on. */
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [added, setAdded] = useState<Added | null>(null);
  const [submitted, setSubmitted] = useState<{ readonly id: number; readonly name: string } | null>(null);
  const discarded = useRef(false);
  const belongings = useBelongings(organizationId);
  const address = useAddress(draft);
  const preset = presetRole(belongings.roles)?.name;
  const roles = draft.roles ?? (preset === undefined ? [] : [preset]);
  useEffect(() => {
    if (!discarded.current) keepDraft(organizationId, draft);
  }, [organizationId, draft]);

  const change = (patch: Partial<Draft>) => {
    discarded.current = false;
    setDraft((now) => ({ ...now, ...patch }));
    setFailure(null);
    // a field that is being corrected no longer shows its problem
    setProblems((now) => {
      const left = { ...now };
      for (const key of Object.keys(patch)) delete left[key as keyof Problems];
      if ('country' in patch || 'phone' in patch) {
        delete left.phone;
        delete left.country;
      }
      return left;
    });
  };

  /** Whether the details are good enough to go on. */
  const detailsHold = async (): Promise<boolean> => {
    const found = problemsOf(draft, roles);
    const note = draft.email.trim() === '' ? undefined : await address.ask();
    setProblems(found);
    const holds = Object.keys(found).length === 0 && !note?.stops;
    if (!holds) setRefusals((n) => n + 1);
    return holds;
  };

  const show = (next: Step) => {
    setFailure(null);
    setStep(next);
  };

  const goTo = async (wanted: Step): Promise<void> => {
    if (busy) return;
    const from = steps.indexOf(step);
    const to = steps.indexOf(wanted);
    if (to <= from) return show(wanted);
    setBusy(true);
    try {
      if (!(await detailsHold())) return show('details');
      if (to === 2 && draft.groups.length === 0) {
        setProblems({ groups: say.groups.needed });
        setRefusals((n) => n + 1);
        return show('groups');
      }
      show(wanted);
    } finally {
      setBusy(false);
    }
  };

  /** A refused entry leads back to where it can be corrected. */
  const refused = (reason: string, detail: string | undefined) => {
    const text = say.details.refused(words.invitations.reason(reason, detail));
    setRefusals((n) => n + 1);
    if (reason.endsWith('group') || reason === 'group-needed') {
      setProblems({ groups: text });
      setStep('groups');
    } else {
      const field = reason === 'not-a-phone-number' ? 'phone' : /role/.test(reason) ? 'roles' : 'email';
      setProblems({ [field]: text });
      setStep('details');
    }
  };

  /** Where a second operator approves, the invitation waits for them as a draft. */
  const submit = async ({ entries, ...all }: Batch) => {
    // two long names are more than a draft may be called
    const name = nameOf(draft).slice(0, 120).trim();
    const terms = { ...all, defaults: { roles: [], teams: [], groups: [], products: [], lines: [] } };
    const { id } = await call('drafts.save', { organizationId, name, terms, entries });
    await call('drafts.submit', { organizationId, id });
    await refreshAfter('drafts.save');
    discarded.current = true;
    keepDraft(organizationId, emptyDraft);
    setSubmitted({ id, name });
  };

  const add = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const batch = batchOf(draft, roles);
      if (place.approvalRequired) {
        await submit(batch);
        return;
      }
      const answer = await call('invitations.send', { organizationId, ...batch });
      const [invited] = answer.invited;
      const [away] = answer.refused;
      if (invited) {
        setAdded({ membershipId: invited.membershipId, name: nameOf(draft), email: invited.email });
        discarded.current = true;
        keepDraft(organizationId, emptyDraft);
        await refreshAfter('invitations.send');
      } else if (away) refused(away.reason, away.detail);
      else {
        // somebody else was quicker: the field then says who has the address
        await address.ask();
        setStep('details');
        setRefusals((n) => n + 1);
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    draft,
    change,
    step,
    goTo,
    next: () => goTo(steps[steps.indexOf(step) + 1] ?? step),
    back: () => show(steps[steps.indexOf(step) - 1] ?? step),
    problems,
    refusals,
    address,
    belongings,
    roles,
    busy,
    failure,
    add,
    added,
    submitted,
    again: () => {
      discarded.current = false;
      const { kind, roles: chosen, country, language } = draft;
      setDraft({ ...emptyDraft, kind, roles: chosen, country, language });
      setAdded(null);
      setStep('details');
    },
    typed: () => isTyped(draft) && !added && !submitted,
    discard: () => {
      discarded.current = true;
      keepDraft(organizationId, emptyDraft);
    },
  };
}
export type WizardState = ReturnType<typeof useWizard>;
