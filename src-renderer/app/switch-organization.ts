import { notifications } from '@mantine/notifications';
import { go } from './location.ts';
import { savePreferences } from './preferences.ts';

/**
 * Puts another organization on screen, and remembers it for the next start. The caller has asked about unsaved changes.
 * Messages still in the corner belong to the previous organization and go with it.
 */
export function switchOrganization(organizationId: number, to: string): void {
  notifications.clean();
  savePreferences({ organizationId });
  go(to, { agreed: true });
  switched = true;
}

let switched = false;

/** True once after a switch, for the new organization's console: what had the focus went with the previous one. */
export function followsSwitch(): boolean {
  const told = switched;
  switched = false;
  return told;
}
