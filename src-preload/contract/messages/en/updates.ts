import type { UpdateTrouble } from '../../updates.ts';
import { backups } from './backups.ts';

const { size } = backups;

/** Words about newer versions of Gatehouse itself. */
export const updates = {
  title: 'Updates',
  noFeed: 'This build has no update feed: it cannot check for newer versions, and connects to nobody for them.',
  noFeedShort: 'This build has no update feed',
  demo: 'Not in the demo: nothing of it leaves this computer.',
  byItself: 'Check for updates',
  byItselfHint: (host: string) =>
    `Asks ${host} and nobody else, once a day; where that fails, an hour later. Nothing is sent but the request itself. Nothing is downloaded or installed until you say so.`,
  off: (host: string) => `Not checked; My profile asks ${host} when you say so`,
  on: (host: string) => `Checked at ${host} once a day`,
  look: 'Check now',
  looking: 'Checking…',
  never: 'Not checked yet.',
  upToDate: 'Up to date. Checked',
  found: (version: string) => `Gatehouse ${version} is available`,
  here: (version: string) => `You have ${version}.`,
  released: 'Released',
  notes: 'What is new',
  noNotes: 'The release came without notes.',
  download: 'Download',
  downloading: (received: number, total: number | undefined) =>
    total === undefined ? `${size(received)} downloaded` : `${size(received)} of ${size(total)}`,
  progress: 'Download',
  cancel: 'Cancel download',
  ready: (version: string) => `Gatehouse ${version} is downloaded and checked`,
  restart: 'Restart and install',
  leaving: 'Closing…',
  package: 'This copy was installed by a package manager: update it there.',
  hand: 'This copy does not replace itself: get the new one from where you got this one, and put it in its place.',
  ask: {
    title: 'Restart Gatehouse?',
    text: 'Gatehouse closes as with Exit: what is being done is finished, waiting mail stays in the outbox, and the portal does not answer until Gatehouse is back.',
    keep: 'Not now',
  },
  notice: {
    found: (version: string) => `Gatehouse ${version} is available`,
    foundText: 'My profile, Updates shows what is new. Nothing was downloaded.',
  },
  trouble: {
    offline: () =>
      'The update feed could not be reached. Check that this computer is online, and that firewall and proxy let Gatehouse out.',
    certificate: () =>
      'The connection to the update feed is not secure: its certificate is not trusted here. Nothing was read from it.',
    elsewhere: () => 'The update feed leads to another address. Gatehouse follows it nowhere else; nothing was read.',
    'not-found': () =>
      'The update feed has nothing at this address. It may have moved; ask whoever gave you Gatehouse.',
    answer: (status) => `The update feed answered with an error (${status}). Try again later.`,
    unsigned: () =>
      'The update feed is not signed by the makers of this build, so none of it was believed. If this goes on, tell them.',
    unreadable: () => 'The update feed is signed but cannot be used by this version. Get the new one by hand.',
    replayed: (versions) =>
      `The update feed names an older version than it did before (${versions}). A release was withdrawn, or somebody answers with an old feed; nothing is offered.`,
    checksum: () => 'What was downloaded is not what was announced. It was deleted; try again.',
    publisher: () => 'What was downloaded is not signed by the publisher of this copy. It was deleted.',
    'no-room': () => 'There is not enough room on the disk for the download. Make room, and try again.',
    'no-write': () =>
      'Gatehouse may not write to the folder of this copy, so it cannot replace itself. Somebody who may write there has to do it.',
    failed: (detail) => `The update did not succeed${detail ? ` (${detail})` : ''}. Try again later.`,
  } satisfies Readonly<Record<UpdateTrouble['code'], (detail: string) => string>>,
} as const;
