import { IconAlertTriangle, IconArrowBackUp, IconInfoCircle, IconLock } from '@tabler/icons-react';
import type { ErrorReport } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import { ApiError } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import classes from './Drafts.module.css';
import { timeTold } from './tell-kept.ts';

const say = words.drafts.page;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface DraftNoticesProps {
  readonly draft: OutputOf<'drafts.get'>;
  /** Free seats and how many are needed, when there are too few. */
  readonly short: { readonly free: number; readonly needed: number } | null;
}

/** What to know before going on: a comment, a refusal, who could approve, seats. */
export function DraftNotices({ draft, short }: DraftNoticesProps) {
  const { approvalRequired } = useSession().place;
  const { state, returned, reviewers } = draft;
  const reviewed = state === 'review' || (approvalRequired && state === 'draft');
  return (
    <div className={classes.notices}>
      {returned ? (
        <Notice kind="warn" icon={<IconArrowBackUp {...icon} />}>
          <b className={classes.lead}>{say.returned(returned.by)}</b> {returned.comment || say.noComment}
        </Notice>
      ) : null}
      <Refusal draft={draft} />
      {short ? (
        <Notice kind="warn" icon={<IconAlertTriangle {...icon} />}>
          {say.noSeat(short.free, short.needed)}
        </Notice>
      ) : null}
      {reviewed && !draft.forYou ? (
        <Notice
          kind={reviewers.length === 0 ? 'warn' : 'plain'}
          icon={reviewers.length === 0 ? <IconAlertTriangle {...icon} /> : <IconInfoCircle {...icon} />}
        >
          {reviewers.length === 0 ? say.noReviewer : say.reviewers(reviewers)}
        </Notice>
      ) : null}
      {state === 'draft' || draft.forYou ? null : (
        <Notice kind="plain" icon={<IconLock {...icon} />}>
          {say.locked[state === 'scheduled' && draft.approver ? 'approved' : state]}
        </Notice>
      )}
    </div>
  );
}

/** Why the draft is still here, although it was due or somebody sent it. */
function Refusal({ draft: { refusal } }: { readonly draft: OutputOf<'drafts.get'> }) {
  const { timeZone } = useSession().place;
  if (!refusal) return null;
  const { code, data, at } = refusal;
  const kept = code === 'rows-kept';
  return (
    <Notice kind={kept ? 'info' : 'warn'} icon={kept ? <IconInfoCircle {...icon} /> : <IconAlertTriangle {...icon} />}>
      {kept
        ? say.rowsKept(Number(data.invited), Number(data.kept))
        : `${say.refused(timeTold(at, timeZone))} ${wordsFor(new ApiError('drafts.send', { code, data } as ErrorReport))}`}
    </Notice>
  );
}
