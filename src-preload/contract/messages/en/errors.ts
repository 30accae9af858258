import type { ErrorCode, ErrorData } from '../../errors.ts';
import type { Permission } from '../../vocabulary/permissions.ts';
import { auditWords } from './audit-filters.ts';
import { bounces } from './bounces.ts';
import { cli } from './cli.ts';
import { count } from './common.ts';
import { drafts } from './drafts.ts';
import { number } from './format.ts';
import { https } from './https.ts';
import { imports } from './import.ts';
import { key } from './key.ts';

const rights: Record<Permission, string> = {
  'users:read': 'read on Users',
  'users:write': 'write on Users',
  'guests:read': 'read on Guests',
  'guests:write': 'write on Guests',
  'structure:read': 'read on Teams, groups, products and lines',
  'structure:write': 'write on Teams, groups, products and lines',
  'roles:read': 'read on Roles',
  'roles:write': 'write on Roles',
  'mail:read': 'read on Mail',
  'mail:write': 'write on Mail',
  'settings:read': 'read on Settings',
  'settings:write': 'write on Settings',
  'audit:read': 'read on Audit',
  'links:copy': 'Copy invitation links',
  'invitations:reinvite': 'Reinvite',
  'guests:invite': 'Invite guests',
};

const things: Readonly<Record<string, string>> = {
  user: 'user',
  role: 'role',
  teams: 'team',
  groups: 'group',
  products: 'product',
  lines: 'line',
  message: 'message',
  job: 'job',
  organization: 'organization',
  view: 'view',
  draft: 'draft',
  'draft-row': 'row of the draft',
  backup: 'backup',
};
const thing = (what: string) => things[what] ?? what;
const articleFor = (what: string) => (/^[aeio]/.test(thing(what)) ? 'an' : 'a');

const noRight = 'its permissions do not let you read and change it. Change them, or choose another place';
const noFolder = 'a file stands where a folder should be';
const readOnly =
  'it cannot be written, or its folder cannot. Make both writable for your account, or choose another place';
const diskFull = 'the disk is full. Make room on it, then try again';

/** By the code of the system or of SQLite. */
const fileTroubles: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  SQLITE_PERM: noRight,
  EROFS: readOnly,
  SQLITE_READONLY: readOnly,
  SQLITE_CANTOPEN: readOnly,
  EEXIST: noFolder,
  ENOTDIR: noFolder,
  EISDIR: 'a folder stands where a file should be',
  ENOENT: 'it is not there',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: diskFull,
  SQLITE_FULL: diskFull,
  SQLITE_IOERR: 'the disk answers with an error. Have it checked before you go on',
};

const table: { readonly [C in ErrorCode]: (data: ErrorData[C]) => string } = {
  'unknown-operation': (d) => `There is no operation named “${d.name}”. “gatehouse operations” lists them.`,
  'invalid-input': () => 'Some of the input cannot be used. Nothing was changed.',
  'invalid-output': () => 'Gatehouse made an answer of the wrong form. Nothing was changed.',
  'wrong-face': (d) => `${d.name} cannot be called from here.`,
  'not-signed-in': () => 'Sign in to do this.',
  locked: () => 'Gatehouse is locked. Unlock it with your password, then try again.',
  'not-permitted': (d) => `Your roles lack the right “${rights[d.permission]}”.`,
  'not-a-member': () => 'You are not an active member of this organization.',
  'not-found': (d) => `This ${thing(d.what)} does not exist, or no longer does.`,
  'owner-needed': () => 'Only an owner of an organization can do this.',
  'already-exists': (d) => `There is already ${articleFor(d.what)} ${thing(d.what)} named “${d.name}”.`,
  'wrong-credentials': () => 'The e-mail or the password is not right.',
  'too-many-guesses': (d) =>
    `Too many wrong tries in a row. Try again in ${
      d.seconds < 100 ? count(d.seconds, 'second', 'seconds') : count(Math.ceil(d.seconds / 60), 'minute', 'minutes')
    }.`,
  'wrong-code': () => 'The code is not right, or was used already.',
  'recovery-refused': () =>
    'This recovery code does not belong to this e-mail address, or not to an owner. If you are not an owner, ask one for help.',
  'attempt-over': () => 'Too much time has passed. Sign in again.',
  'two-factor-on': () => 'Two-factor sign-in is on already.',
  'two-factor-first': () => 'Set up two-factor sign-in for yourself first, in My profile.',
  'two-factor-off': () => 'Two-factor sign-in is off.',
  'owner-of-all-needed': (d) => `Only somebody who owns every organization that ${d.email} belongs to can do this.`,
  'two-factor-needed': (d) => `${d.organization} requires two-factor sign-in. Set it up in My profile first.`,
  'unknown-operator': (d) => `No active user or guest of this workspace has the address ${d.email}.`,
  'sign-in-needed': (d) => `Sign in first: “gatehouse sign-in --as ${d.email}”. A second step is asked for here.`,
  'operator-needed': () => 'Say on whose behalf with --as EMAIL.',
  'password-common': () => 'This password is among the most used ones and would be guessed first. Choose another.',
  'role-not-grantable': (d) => `The role “${d.role}” allows more than your own roles do, so you cannot give it.`,
  'built-in-role': (d) => `“${d.role}” is a built-in role and keeps its name and rights.`,
  'role-needed': (d) => `${d.email} needs at least one role.`,
  'role-in-use': (d) =>
    `${count(d.members, 'person has', 'people have')} the role “${d.role}”. Say which role they get instead.`,
  'last-owner': (d) => `${d.email} is the last owner. Make somebody else an owner first.`,
  yourself: () => 'You cannot do this to yourself. Another operator can.',
  'seats-exceeded': (d) =>
    `${count(d.free, 'seat', 'seats')} free, ${number(d.needed)} needed. Nothing was changed. Settings → Users & licences holds the limit.`,
  'not-removed': () => 'Only somebody who was removed, or whose invitation was revoked, can be erased. Do that first.',
  'address-differs': () => 'This is not the address of the person who is to be erased.',
  'not-active': (d) => `${d.email} is not active.`,
  'not-suspended': (d) => `${d.email} is not suspended.`,
  'no-role-for-agents': (d) => `${d.email} is an inbox agent, who has no role.`,
  'inbox-only': () => 'You have access to the inbox only.',
  'not-a-guest': (d) => `${d.email} is not a guest.`,
  'already-a-guest': (d) => `${d.email} is a guest already.`,
  'access-ended': (d) => `The access of ${d.email} as a guest has ended. Only a new invitation brings it back.`,
  'not-pending': (d) => `There is no open invitation for ${d.email}.`,
  'link-not-out': (d) =>
    `The link for ${d.email} has not gone out, so its time has not begun and there is nothing to extend.`,
  'link-expired': (d) => `The invitation for ${d.email} has expired. Reinvite to make a new link.`,
  'reset-dead': () => 'This link for a new password no longer works. Ask for a new one.',
  'link-unknown': () => 'This link is not a valid invitation.',
  'link-used': () => 'This invitation has been used already.',
  'link-revoked': () => 'This invitation was revoked.',
  'link-replaced': () => 'This invitation was replaced by a newer one.',
  'domain-refused': (d) =>
    `Addresses at ${d.domain} are not accepted: ${d.reason === 'not-a-partner' ? 'not a partner’s domain' : 'free e-mail provider'}.`,
  'account-exists': (d) => `${d.email} has an account already. Sign in with its password to join.`,
  'account-other': (d) => `This invitation is for ${d.email}. You are signed in as somebody else.`,
  'mail-not-set-up': () => 'No mail server is set up yet. Mail waits in the Outbox.',
  'message-not-retryable': (d) => `A message that is ${d.state} cannot be tried again.`,
  'message-outdated': (d) => `What this message would tell ${d.email} is no longer true.`,
  'message-not-waiting': (d) =>
    `Only a message that waits can be held, and only a held one released; this one is ${d.state}.`,
  'mail-not-out': (d) => bounces.errors.notOut(d.email),
  'mail-bounced': (d) => bounces.errors.already(d.email),
  'mail-not-bounced': (d) => bounces.errors.notBounced(d.email),
  'job-not-running': () => 'This job has ended already.',
  'file-newer': (d) =>
    `${d.file} was written by a newer Gatehouse (${d.version}). Update to open it; it was not changed.`,
  'file-damaged': (d) => `${d.file} cannot be used: ${d.detail}. It was not changed.`,
  'file-unreadable': (d) => `${d.file} cannot be used: ${fileTroubles[d.detail] ?? d.detail}.`,
  'workspace-busy': (d) => `Another program keeps ${d.file} locked. Nothing was changed; try again.`,
  'key-unreadable': (d) => `The workspace key ${d.file} cannot be read or is damaged. Put it back from a backup.`,
  'key-exposed': (d) => key.errors.exposed(d.file, d.why),
  'key-in-keyring': (d) => key.errors.inKeyring(d.file, d.why),
  'key-wrong': (d) => key.errors.wrong(d.file),
  'key-not-lost': () => key.errors.notLost,
  'keyring-missing': () => key.errors.noKeyring,
  'recovery-key-wrong': () => key.errors.recoveryWrong,
  'recovery-beside': () => key.errors.beside,
  'port-in-use': (d) => `Port ${d.port} on ${d.address} is taken by another program.`,
  'cannot-listen': (d) => `This computer does not let the portal listen on ${d.address}, port ${d.port} (${d.reason}).`,
  'certificate-refused': (d) => https.problem(d),
  'too-many-passwords': (d) =>
    `Too many people sign in at this moment. Try again in ${count(d.seconds, 'second', 'seconds')}.`,
  cancelled: () => 'This was cancelled. Nothing was changed.',
  'core-stopped': () => 'Gatehouse’s core has stopped. Restart the application; what was saved is kept.',
  usage: (d) => cli.usage[d.problem](d.argument),
  'not-json': (d) => `The input is not valid JSON${d.place ? ` (${d.place})` : ''}. Nothing was changed.`,
  'no-workspace': (d) =>
    `There is no Gatehouse workspace in ${d.folder}. “gatehouse call organizations.create” makes one.`,
  'export-too-large': (d) => auditWords.tooLarge(d.most),
  'job-not-finished': (d) =>
    `The job ${d.jobId} ended early: ${d.state}. “gatehouse call jobs.get” tells how far it came.`,
  'approval-needed': () =>
    'Here a second operator approves invitations before they go out. Save them as a draft and submit it for review (drafts.save, then drafts.submit); another operator approves it (drafts.approve).',
  'approver-needed': () =>
    'Nobody could approve: besides you there is no other active operator with the right “write on Users”. Give it to a second one first.',
  'approval-not-yours': (d) =>
    d.why === 'author'
      ? 'You wrote this draft yourself. Another operator approves it.'
      : 'You changed this draft last. Another operator approves it.',
  'draft-state': (d) => `The draft ${drafts.standing(d.state)}. For this it would have to ${drafts.wanted(d.wanted)}.`,
  'draft-changed': () => 'Somebody has changed the draft since you looked at it. Look again, then decide.',
  'draft-empty': () => 'There is nobody in this draft. Add somebody first.',
  'draft-full': (d) => `A draft holds at most ${number(d.most)} people. Save the others as another draft.`,
  'send-time': (d) =>
    d.problem === 'past'
      ? 'This time has passed. Choose a later one, or send now.'
      : 'This time is more than a year away. Choose an earlier one.',
  'file-unsuitable': ({ fault, ...facts }) => imports.problem(fault, facts),
  'backup-passphrase-needed': () => 'This backup is encrypted. Enter the passphrase that it was made with.',
  'backup-passphrase-wrong': () => 'This is not the passphrase that the backup was made with.',
  'backup-passphrase-lost': () =>
    'The passphrase for backups cannot be read with the key of this workspace. Set it again in Settings → Backups.',
  'not-saved-before-update': (d) =>
    `This version changes how the workspace is stored, and saves a copy first. That failed: ${d.file} cannot be used: ${fileTroubles[d.detail] ?? d.detail}. The workspace was not changed.`,
  'path-not-chosen': () => 'Choose the file or folder with the button; nothing else is read or written.',
  'address-refused': () =>
    'Gatehouse opens secure web addresses (https) and mail addresses only. This is neither, so it was not opened.',
  'not-in-demo': () => 'The demo cannot be replaced by a backup. Start Gatehouse without it.',
  internal: (d) => `Something went wrong inside Gatehouse (reference ${d.reference}). Nothing was changed.`,
};

/** Why a single field was refused: our own codes; for all others zod's sentence is shown. */
const issues: Readonly<Record<string, string>> = {
  'password-needed': 'The password for this server is needed.',
  'refresh-token-needed': 'The refresh token is needed: a stored one goes only where it was typed for.',
  'not-a-token-endpoint': 'Use a web address that begins with https://.',
  empty: 'Fill this in.',
  'too-long': 'This is too long.',
  'not-a-day': auditWords.notADay,
  'too-many': bounces.errors.tooMany,
  'control-character': 'This contains a character that cannot be shown.',
  'unknown-time-zone': 'This time zone is not known.',
  'password-too-short': 'At least 8 characters.',
  'password-too-long': 'At most 128 characters.',
  'passphrase-too-short': 'At least 12 characters.',
  'not-a-phone-number':
    'This cannot be read as a phone number. Check the country, or begin with + and the country code.',
  'same-one': 'Choose a different one: this one goes away.',
  'not-a-cursor': 'This is not where a page of the list begins. Leave it out to begin with the first one.',
  'not-a-domain': 'Use a domain such as partner.example.com, without @.',
  'email-needed': imports.columns.emailNeeded,
  'field-twice': 'Two columns are said to hold the same thing.',
  'not-a-host': 'This is not the name or address of a server.',
  'not-an-image': 'This picture cannot be used. Choose a PNG or JPEG file.',
  'logo-too-large': 'The picture is too large. Choose one of 100 KB at most.',
  'logo-too-small': 'The picture is too small. Choose one of 16 × 16 or more.',
  'logo-too-wide': 'The picture is too large. Choose one of 2,000 × 2,000 at most.',
  'not-a-colour': 'Use a colour such as #3d5bc6.',
  'not-an-ip-address': 'Use an IP address such as 127.0.0.1 or ::1.',
  'not-a-proxy': 'Use an IP address or a network such as 10.0.1.0/24.',
  'not-a-web-address': 'Use a web address such as https://join.example.com.',
};

export const errors = { table, issues, rights };
