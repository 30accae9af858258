import { z } from 'zod';
import { emailAddress } from './address.ts';
import { command, query } from './operation.ts';
import { done, id, inOrganization, linkLifeHours, newPassword, none, personName, timeZone, title } from './values.ts';

export const organization = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  linkLifeHours: z.int(),
  refuseFreeMail: z.boolean(),
  nameRequired: z.boolean(),
  contact: z.string().nullable(),
});
export type Organization = z.infer<typeof organization>;

export const organizations = {
  create: command({
    summary:
      'Creates an organization with its owner and the built-in roles; on an empty folder it makes the workspace.',
    input: z.strictObject({
      name: title,
      timeZone: timeZone.default('Etc/UTC'),
      linkLifeHours: linkLifeHours.default(168),
      owner: z.strictObject({ name: personName, email: emailAddress, password: newPassword }),
    }),
    output: z.object({ organizationId: id, ownerId: id }),
    needs: 'anyone', // only while there is none; afterwards the handler asks for an owner
    changes: ['organizations', 'users', 'roles', 'session'],
  }),
  list: query({
    summary: 'Lists the organizations that the operator belongs to.',
    input: none,
    output: z.object({ organizations: z.array(organization) }),
    needs: 'signed-in',
    reads: ['organizations'],
  }),
  get: query({
    summary: 'Shows one organization with its policies.',
    input: inOrganization,
    output: organization,
    needs: 'settings:read',
    reads: ['organizations'],
  }),
  update: command({
    summary: 'Changes name, time zone, life of links and policies of an organization.',
    input: inOrganization.extend({
      name: title.optional(),
      timeZone: timeZone.optional(),
      linkLifeHours: linkLifeHours.optional(),
      refuseFreeMail: z.boolean().optional(),
      nameRequired: z.boolean().optional(),
      contact: z.union([emailAddress, z.null()]).optional(),
    }),
    output: done,
    needs: 'settings:write',
    changes: ['organizations'],
  }),
};
