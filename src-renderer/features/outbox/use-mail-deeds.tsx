import { IconMailCancel, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { InputOf } from '#contract/index.ts';
import type { MailDeed, OutboxRow } from '#contract/outbox.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useUnmark } from '../bounces/use-unmark.ts';
import { isFitting, manyOf, oneOf } from './mail-deeds.ts';

const { page: say, asked, doneTo, left, mails } = words.outbox;
const done: Readonly<Record<MailDeed, string>> = {
  retry: say.retried,
  hold: say.heldBack,
  release: say.released,
  cancel: say.cancelled,
};

type Choice = InputOf<'outbox.cancelMany'>['choice'];
/** The selected messages. `uncertain`: some of them are in that state, or may be. */
export interface Several {
  readonly choice: Choice;
  readonly size: number;
  readonly uncertain: boolean;
  readonly onDone: () => void;
}
type Target = { readonly kind: 'one'; readonly mail: OutboxRow } | ({ readonly kind: 'several' } & Several);

export interface MailDeeds {
  readonly one: (deed: MailDeed, mail: OutboxRow) => void;
  readonly several: (deed: MailDeed, messages: Several) => void;
  /** Removes the *bounced* mark. Here, because a row's menu is gone before the answer arrives. */
  readonly unmark: (mail: OutboxRow) => void;
  /** The questions asked first; the page has to render them. */
  readonly dialogs: ReactNode;
}

/** Actions on messages: cancelling, and sending again what may have arrived, ask first. */
export function useMailDeeds(): MailDeeds {
  const { place, may } = useSession();
  const { unmark } = useUnmark();
  const [target, setTarget] = useState<Target | null>(null);
  const [opened, setOpened] = useState<'cancel' | 'retry' | null>(null);

  const perform = async (deed: MailDeed, to: Target) => {
    setOpened(null);
    try {
      if (to.kind === 'one') {
        await call(oneOf[deed], { organizationId: place.id, id: to.mail.id });
        toast(done[deed]);
      } else {
        const answer = await call(manyOf[deed], { organizationId: place.id, choice: to.choice });
        const reasons = answer.left.map(({ why, n }) => left[why](n));
        const what = answer.done > 0 ? doneTo[deed](answer.done) : say.nothingDone;
        toast(reasons.length > 0 ? `${what} ${say.leftAsIs(reasons)}` : what);
        to.onDone();
      }
      await refreshAfter(oneOf[deed]);
    } catch (error) {
      toastError(error);
    }
  };
  const run = (deed: MailDeed, to: Target) => {
    if (!may('mail:write')) return;
    const uncertain = to.kind === 'one' ? to.mail.state === 'uncertain' : to.uncertain;
    if (deed === 'cancel' || (deed === 'retry' && uncertain)) {
      setTarget(to);
      setOpened(deed);
    } else void perform(deed, to);
  };

  const size = target?.kind === 'several' ? target.size : 1;
  const subject =
    target?.kind === 'one'
      ? target.mail.toName
        ? `${target.mail.toName} <${target.mail.toEmail}>`
        : target.mail.toEmail
      : mails(size);
  const common = { subject, busy: false, onClose: () => setOpened(null) };
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return {
    one: (deed, mail) => {
      if (isFitting(deed, mail.state)) run(deed, { kind: 'one', mail });
    },
    several: (deed, messages) => run(deed, { kind: 'several', ...messages }),
    unmark,
    // rendered from the start: a dialog that is open when mounted does not know where to return the focus
    dialogs: (
      <>
        <ConfirmDialog
          {...common}
          opened={opened === 'cancel'}
          title={asked.cancelTitle(size)}
          text={asked.cancelText}
          keep={asked.keep}
          confirm={asked.cancelYes(size)}
          icon={<IconMailCancel {...icon} />}
          onConfirm={() => target && void perform('cancel', target)}
        />
        <ConfirmDialog
          {...common}
          calm
          opened={opened === 'retry'}
          title={asked.resendTitle(size)}
          text={asked.resendText(size)}
          keep={asked.notNow}
          confirm={asked.resendYes(size)}
          icon={<IconRefresh {...icon} />}
          onConfirm={() => target && void perform('retry', target)}
        />
      </>
    ),
  };
}
