import { IconEyeCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftOutcome } from '#contract/drafts.ts';
import type { OutputOf } from '#contract/index.ts';
import { go } from '../../app/location.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { NameDialog } from '../../components/NameDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import { timeTold } from './tell-kept.ts';
import { useDiscard } from './use-discard.tsx';
import { draftsHref } from './use-draft-counts.ts';
import type { DraftRowsState } from './use-draft-rows.ts';

const say = words.drafts;
type Asking = 'schedule' | 'submit' | 'return' | 'approve' | 'rename' | null;

function tellOutcome({ invited, kept }: DraftOutcome): void {
  if (kept === 0) toast(say.told.sent(invited.length));
  else toast(invited.length === 0 ? say.told.none(kept) : say.told.sentSome(invited.length, kept));
}

/**
 * What can be done with the draft on screen.
 * @param good how many would be invited now
 * @param flush saves what was typed last
 * @param version of the draft as it is on screen
 */
export function useDraftDeeds(
  draft: OutputOf<'drafts.get'>,
  good: number,
  { flush, version }: Pick<DraftRowsState, 'flush' | 'version'>,
) {
  const { id: organizationId, timeZone } = useSession().place;
  const { id, sendAt } = draft;
  const one = { organizationId, id };
  const [asking, setAsking] = useState<Asking>(null);
  const send = useCommand('drafts.send');
  const approve = useCommand('drafts.approve');
  const { mutateAsync: change } = useCommand('drafts.change');
  const { mutateAsync: submit } = useCommand('drafts.submit');
  const { mutateAsync: giveBack } = useCommand('drafts.return');
  const { mutateAsync: schedule } = useCommand('drafts.schedule');
  const { mutateAsync: unschedule } = useCommand('drafts.unschedule');
  const toList = () => go(draftsHref(), { replace: true });
  const discard = useDiscard(toList);
  const close = () => setAsking(null);
  const ended = (outcome: DraftOutcome) => {
    tellOutcome(outcome);
    if (outcome.kept === 0) toList();
  };
  const tried = (work: Promise<unknown>) => void work.catch(toastError);

  const sendNow = async () => {
    if (await flush()) ended(await send.mutateAsync({ ...one, version: version() }));
  };
  const approved = async () => {
    const answer = await approve.mutateAsync({ ...one, version: draft.version });
    close();
    if (answer.outcome) ended(answer.outcome);
    else toast(say.told.scheduled(timeTold(answer.sendAt ?? 0, timeZone)));
  };
  /** What was typed last is saved before the next step, so that it is part of it. */
  const written = (next: Asking) => void flush().then((done) => done && setAsking(next));
  // a time that passed while the draft was in review means at once
  const later = sendAt !== null && sendAt > Date.now() ? sendAt : null;

  return {
    busy: send.isPending || approve.isPending,
    send: () => tried(sendNow()),
    schedule: () => written('schedule'),
    submit: () => written('submit'),
    approve: () => setAsking('approve'),
    return: () => setAsking('return'),
    rename: () => setAsking('rename'),
    discard: () => discard.ask(draft),
    takeBack: () => tried(giveBack(one).then(() => toast(say.told.takenBack))),
    unschedule: () => tried(unschedule(one).then(() => toast(say.told.unscheduled))),
    dialogs: (
      <>
        <ScheduleDialog
          opened={asking === 'schedule'}
          at={later}
          onClose={close}
          onSchedule={(at) =>
            schedule({ ...one, sendAt: at }).then(() => toast(say.told.scheduled(timeTold(at, timeZone))))
          }
        />
        <SubmitDialog
          opened={asking === 'submit'}
          onClose={close}
          onSubmit={(at) =>
            submit({ ...one, ...(at === undefined ? {} : { sendAt: at }) }).then(() => toast(say.told.submitted))
          }
        />
        <ReturnDialog
          opened={asking === 'return'}
          onClose={close}
          onReturn={(comment) => giveBack({ ...one, comment }).then(() => toast(say.told.returned))}
        />
        <NameDialog
          opened={asking === 'rename'}
          onClose={close}
          title={say.rename.title}
          label={say.rename.label}
          initial={draft.name}
          confirm={say.rename.action}
          onConfirm={(name) => change({ ...one, name })}
        />
        <ConfirmDialog
          opened={asking === 'approve'}
          onClose={close}
          title={say.approving.title}
          subject={draft.name}
          text={later === null ? say.approving.now(good) : say.approving.later(timeTold(later, timeZone))}
          keep={say.approving.keep}
          confirm={say.approving.confirm}
          icon={<IconEyeCheck size={16} stroke={1.6} aria-hidden />}
          busy={approve.isPending}
          calm
          onConfirm={() => tried(approved())}
        />
        {discard.dialog}
      </>
    ),
  };
}
export type DraftDeeds = ReturnType<typeof useDraftDeeds>;
