import type { UserChoice } from '#contract/user-filter.ts';
import { call, desktop } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';

/** How many people without a link are named by address. */
const named = 3;

/**
 * Puts a line for each person on the clipboard, address and link with a tab in between, and says how many there are.
 * Calls the operation directly: no cache of the page may keep a usable link.
 */
export async function copyLinks(organizationId: number, choice: UserChoice): Promise<void> {
  const say = words.views.links;
  const { links, refused } = await call('invitations.copyLinks', { organizationId, choice });
  // with nothing to copy, what was on the clipboard stays there
  if (links.length > 0) await desktop.copyText(links.map(({ email, link }) => `${email}\t${link}`).join('\n'));
  const some = refused.slice(0, named).map(({ email }) => email);
  toast(
    [
      links.length > 0 ? say.copied(links.length) : say.none,
      ...(refused.length > 0 ? [say.refused(refused.length, some.join(', '))] : []),
    ].join(' '),
  );
  await refreshAfter('invitations.copyLinks');
}
