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
  switched = true;
}

let switched = false;

/** Told once, to the console of the organization that was switched to: what had the focus is gone with the one before. */
export function followsSwitch(): boolean {
  const told = switched;
  switched = false;
  return told;
}
