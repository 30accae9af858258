import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCalendarClock, IconEyeCheck, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { assertNever } from '#contract/assert-never.ts';
import type { OutputOf } from '#contract/index.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { DotsButton } from '../../components/DotsMenu.tsx';
import { GuardedButton } from '../../components/Guarded.tsx';
import type { DraftDeeds } from './use-draft-deeds.tsx';

const say = words.drafts.deeds;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface DraftActionsProps {
  readonly draft: OutputOf<'drafts.get'>;
  /** How many would be invited now. */
  readonly good: number;
  /** How many people are in it, including those just typed. */
  readonly people: number;
  readonly deeds: DraftDeeds;
}

/** The actions that a draft's state allows; at most one filled button. */
export function DraftActions({ draft, good, people, deeds }: DraftActionsProps) {
  return (
    <>
      <DotsButton label={words.drafts.menu(draft.name)}>
        {draft.state === 'draft' ? (
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={deeds.rename}>
            {say.rename}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconTrash {...icon} />} style={{ color: 'var(--gh-bad)' }} onClick={deeds.discard}>
          {say.discard}
        </Menu.Item>
      </DotsButton>
      <OfState draft={draft} good={good} people={people} deeds={deeds} />
    </>
  );
}

function OfState({ draft, good, people, deeds }: DraftActionsProps) {
  const { approvalRequired } = useSession().place;
  const nobody = people === 0 ? say.nobodyIn : undefined;
  const noGood = nobody ?? (good === 0 ? say.nobody : undefined);
  const policy = approvalRequired && draft.approver === null ? say.policy : undefined;
  const send = (
    <GuardedButton
      why={policy ?? noGood}
      leftSection={<IconSend {...icon} />}
      loading={deeds.busy}
      onClick={deeds.send}
    >
      {draft.state === 'scheduled' ? say.sendNow : say.send(good)}
    </GuardedButton>
  );
  const submit = (filled: boolean) => (
    <GuardedButton
      why={nobody}
      variant={filled ? 'filled' : 'default'}
      leftSection={<IconEyeCheck {...icon} />}
      onClick={deeds.submit}
    >
      {say.submit}
    </GuardedButton>
  );
  const later = (label: string) => (
    <GuardedButton
      why={policy ?? nobody}
      variant="default"
      leftSection={<IconCalendarClock {...icon} />}
      onClick={deeds.schedule}
    >
      {label}
    </GuardedButton>
  );
  switch (draft.state) {
    case 'draft':
      return approvalRequired ? (
        submit(true)
      ) : (
        <>
          {submit(false)}
          {later(say.later)}
          {send}
        </>
      );
    case 'review':
      return (
        <>
          {draft.forYou ? (
            <Button variant="default" leftSection={<IconArrowBackUp {...icon} />} onClick={deeds.return}>
              {say.return}
            </Button>
          ) : (
            <Button variant="default" leftSection={<IconArrowBackUp {...icon} />} onClick={deeds.takeBack}>
              {say.takeBack}
            </Button>
          )}
          {draft.forYou || approvalRequired ? (
            <GuardedButton
              why={draft.forYou ? noGood : draft.yours ? say.ownAuthor : say.ownEditor}
              leftSection={<IconEyeCheck {...icon} />}
              loading={deeds.busy}
              onClick={deeds.approve}
            >
              {draft.sendAt === null ? say.approve(good) : say.approveLater}
            </GuardedButton>
          ) : (
            send
          )}
        </>
      );
    case 'scheduled':
      return (
        <>
          <Button variant="default" leftSection={<IconArrowBackUp {...icon} />} onClick={deeds.unschedule}>
            {say.unschedule}
          </Button>
          {later(say.newTime)}
          {send}
        </>
      );
    default:
      return assertNever(draft.state);
  }
}
