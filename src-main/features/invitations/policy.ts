import type { Organization } from '#contract/organizations.ts';
import { isFreeMail } from './free-mail.ts';

/** Whether the organization's policy refuses addresses at this domain. Asked when inviting and again when accepting. */
export const domainRefused = (organization: Pick<Organization, 'refuseFreeMail'>, domain: string): boolean =>
  organization.refuseFreeMail && isFreeMail(domain);
