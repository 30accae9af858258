import { notifications } from '@mantine/notifications';
import { go } from './location.ts';
import { savePreferences } from './preferences.ts';

/**
 * Puts another organization on screen, and remembers it for the next start. Whoever calls has asked about what is not
 * saved. What the corner still tells is of the organization before, and goes with it.
 */
export function switchOrganization(organizationId: number, to: string): void {
  notifications.clean();
  savePreferences({ organizationId });
  go(to, { agreed: true });
  // what had the focus is gone with the organization before; a menu gives its own back a moment later
  setTimeout(() => document.getElementById('content')?.focus(), 200);
}
