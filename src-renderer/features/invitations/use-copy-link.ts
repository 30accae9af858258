import { desktop } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';

/** Puts the link of an invitation on the clipboard, and nowhere else. */
export function useCopyLink(): (membershipId: number) => void {
  const { place } = useSession();
  const { mutate } = useCommand('invitations.copyLink');
  const { result } = words.invitations;
  return (membershipId) =>
    mutate(
      { organizationId: place.id, membershipId },
      {
        onError: toastError,
        onSuccess: ({ link, validUntil }) => {
          const until = dateAndTime(validUntil, Date.now(), place.timeZone, words.desktop.time);
          desktop.copyText(link).then(() => toast(`${result.copied}. ${result.copiedUntil(until)}`), toastError);
        },
      },
    );
}
