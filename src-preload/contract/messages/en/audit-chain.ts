import type { AuditFault } from '../../audit.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const faults: Readonly<Record<AuditFault, string>> = {
  changed: 'It does not say what it said when it was written.',
  broken: 'It was changed, or something before it was removed, added or moved.',
  unsealed: 'It was not written by Gatehouse.',
  'erasing-untold': 'It was blanked as if a person had been erased, but no entry tells of that.',
  cut: 'It was the newest once, and is gone with whatever came between.',
  'beginning-forged': 'What came before it was removed.',
  'ends-missing':
    'The file audit-ends.json is gone from the workspace’s folder: entries at the end may have been removed unseen.',
  'ends-forged':
    'The file audit-ends.json in the workspace’s folder was not written by Gatehouse: entries at the end may have been removed unseen.',
};

/** Words of the check of the audit log. */
export const auditChain = {
  verify: 'Verify',
  title: 'Verify the audit log',
  running: 'Reading every entry',
  failed: 'The audit log could not be verified',
  sound: 'Nothing was changed, removed, added or moved',
  soundText: (proven: number) =>
    `${count(proven, 'entry is', 'entries are')} as ${proven === 1 ? 'it was' : 'they were'} written.`,
  empty: 'There is no entry that could be verified yet.',
  unsound: (n: number) => `The audit log is not as it was written: ${count(n, 'finding', 'findings')}`,
  unsoundText:
    'Somebody changed the workspace’s files with another program, or they are damaged. Keep a copy of the folder before anything else is done.',
  findings: 'What was found',
  entry: (id: number) => `Entry ${number(id)}`,
  file: 'Beside the log',
  faults,
  more: (n: number) => `and ${number(n)} more`,
  unproven: (n: number) =>
    `${count(n, 'older entry', 'older entries')} of a version without seals, or sealed with a key that is lost, cannot be verified.`,
  erased: (n: number) =>
    `${count(n, 'entry', 'entries')} of them ${n === 1 ? 'names a person who was' : 'name people who were'} erased, by a pseudonym. That ${n === 1 ? 'it is' : 'they are'} otherwise as written is proven too.`,
  /** The instant follows. */
  provenSince: 'The oldest verified entry was written',
  removed: {
    organization: (n: number) =>
      `${count(n, 'older entry was', 'older entries were')} removed because ${n === 1 ? 'its' : 'their'} time was over, by the rule in the settings and not by hand; the last was written`,
    'signing-in': (n: number) =>
      `So ${n === 1 ? 'was' : 'were'} ${count(n, 'entry', 'entries')} about signing in, which belong to no organization and are kept as long as the longest rule of any; the last was written`,
  },
  faulty: (n: number) =>
    `${count(n, 'entry', 'entries')} of those that were removed by rule ${n === 1 ? 'was' : 'were'} not as written any more.`,
  since: 'The end of the log is noted outside of the database since',
  again: 'Verify again',
};
