import { count } from './common.ts';
import { number } from './format.ts';

const standing: Readonly<Record<string, string>> = {
  draft: 'is being written',
  review: 'is in review',
  scheduled: 'is scheduled',
};
const wanted: Readonly<Record<string, string>> = {
  draft: 'be out of review and off the schedule',
  review: 'be in review',
  scheduled: 'be scheduled',
};

const people = (n: number) => count(n, 'person', 'people');
const stay = (n: number) => count(n, 'row stays', 'rows stay');

/** Words of batches that wait: written, reviewed, scheduled. */
export const drafts = {
  title: 'Drafts',
  standing: (state: string) => standing[state] ?? `is ${state}`,
  wanted: (state: string) => wanted[state] ?? `be ${state}`,
  people,
  states: { draft: 'Draft', review: 'In review', scheduled: 'Scheduled', sent: 'Sent' },
  forYou: 'Awaits your review',
  kinds: { user: 'Users', guest: 'Guests', 'inbox-agent': 'Inbox agents' },
  tabs: {
    label: 'Drafts by state',
    all: 'All',
    review: 'Awaiting review',
    scheduled: 'Scheduled',
    draft: 'Being written',
    sent: 'Sent lately',
  },
  /** Beside the tabs of Pending. */
  pendingTabs: { drafts: 'Drafts', review: 'Awaiting review' },
  back: 'Pending',
  toDrafts: 'To the drafts',
  table: 'Drafts of invitations',
  columns: {
    name: 'Name',
    people: 'People',
    state: 'State',
    author: 'Author',
    sends: 'Goes out',
    problems: 'Problems',
    changed: 'Changed',
    sent: 'Went out',
    kept: 'Stayed',
  },
  problems: (n: number) => count(n, 'problem', 'problems'),
  house: 'Gatehouse',
  menu: (name: string) => `Actions for ${name}`,
  open: 'Open',
  unread: 'The drafts could not be read',
  empty: {
    title: 'No invitations wait here',
    text: 'In every dialog that invites people, the arrow beside the button saves them as a draft, sends them later, or hands them to another operator for review. Nobody is invited and no seat is taken before that.',
    add: 'Add user',
  },
  noneInTab: { title: 'Nothing here now', text: 'Drafts in other states are under the other tabs.', all: 'Show all' },
  sentTable: 'Drafts that went out within the last seven days',
  noneSent: {
    title: 'No draft went out within the last seven days',
    text: 'What goes out is listed here for a week; the audit keeps it.',
  },
  /** By how much a scheduled one was late, in words. */
  late: (span: string) => `${span} after its time: no Gatehouse was running then`,
  sentBy: (by: string, approver: string | null) => (approver ? `${by}, approved by ${approver}` : by),

  more: 'Other ways than sending now',
  ways: {
    draft: 'Save as draft',
    later: 'Send later…',
    review: 'Submit for review',
    reviewLater: 'Submit, to go out later…',
  },
  submitAction: (n: number) => (n === 0 ? 'Submit for review' : `Submit ${people(n)} for review`),
  policyHint: 'A second operator approves invitations here.',
  keep: {
    draft: { title: 'Save as draft', action: 'Save as draft' },
    later: { title: 'Send later', action: 'Schedule' },
    review: { title: 'Submit for review', action: 'Submit' },
    reviewLater: { title: 'Submit for review', action: 'Submit' },
    name: 'Name',
    nameHint: 'So that you and others find it again.',
    facts: (n: number) => `${people(n)}, lines with a problem among them. Nobody is invited yet, and no seat is taken.`,
    at: 'Goes out',
    atHint: (timeZone: string) =>
      `Time of ${timeZone}. Gatehouse has to be running then; otherwise it goes out as soon as it is.`,
    atHintReview: (timeZone: string) => `Time of ${timeZone}, once it is approved.`,
    atNeeded: 'Choose a date and a time.',
    busy: 'Saving the draft',
    part: (name: string, part: number, parts: number) => `${name} (${part} of ${parts})`,
    proposed: (n: number, day: string) => `${people(n)}, ${day}`,
  },
  kept: {
    draft: (name: string) => `“${name}” is saved as a draft`,
    later: (name: string, at: string) => `“${name}” goes out on ${at}`,
    review: (name: string) => `“${name}” waits for a second operator`,
    reviewLater: (name: string) => `“${name}” waits for a second operator`,
    open: 'Open',
  },

  page: {
    missing: {
      title: 'This draft is gone',
      text: 'It was sent or discarded. What was sent is on Pending.',
    },
    by: (name: string) => `by ${name}`,
    editedBy: (name: string) => `changed last by ${name}`,
    approvedBy: (name: string) => `approved by ${name}`,
    goesOut: 'goes out',
    wants: 'is to go out',
    saving: 'Saving…',
    saved: 'All changes are saved',
    notSaved: 'Not saved',
    rows: 'People of the draft',
    add: 'Add',
    rowsHint: 'What you type is saved automatically and checked again.',
    terms: 'Everybody gets, unless their row says otherwise',
    guestTerms: 'Every guest gets',
    authorAnswers: 'Whoever wrote the draft',
    takeOut: (n: number) => `Take out ${count(n, 'row that needs', 'rows that need')} no invitation`,
    locked: {
      review: 'It is in review and locked. Take it back to edit; then it has to be submitted again.',
      scheduled: 'It is scheduled and locked. Take it off the schedule to edit.',
      approved: 'It is approved, scheduled and locked. Taking it off the schedule drops the approval.',
    },
    returned: (by: string) => `Returned by ${by}`,
    noComment: 'Without a comment.',
    refused: (at: string) => `It did not go out on ${at}:`,
    rowsKept: (invited: number, kept: number) =>
      `${count(invited, 'person was invited', 'people were invited')}; ${stay(kept)} here, each with its reason.`,
    reviewers: (names: readonly string[]) => `${names.join(', ')} can approve it.`,
    noReviewer:
      'Nobody else can approve it: no other active operator may invite such people. Give somebody the right, or change the policy under Settings → Invitations.',
    noSeat: (free: number, needed: number) =>
      `${count(free, 'seat is', 'seats are')} free, ${number(needed)} needed: sent now, it would be refused whole.`,
    changedElsewhere: 'Somebody else has changed this draft. What is shown is the newest.',
    range: (from: number, to: number, of: number) => `${number(from)}–${number(to)} of ${number(of)}`,
  },

  deeds: {
    send: (n: number) => (n === 0 ? 'Send' : `Invite ${people(n)}`),
    sendNow: 'Send now',
    later: 'Send later…',
    newTime: 'Another time…',
    submit: 'Submit for review',
    takeBack: 'Take back',
    unschedule: 'Take off the schedule',
    approve: (n: number) => `Approve and invite ${people(n)}`,
    approveLater: 'Approve',
    return: 'Return…',
    rename: 'Rename…',
    discard: 'Discard…',
    nobody: 'Nobody in it can be invited now. Look at the reasons below.',
    nobodyIn: 'There is nobody in it yet.',
    policy: 'A second operator approves invitations here. Submit it for review.',
    ownAuthor: 'You wrote it: another operator approves it.',
    ownEditor: 'You changed it last: another operator approves it.',
  },
  told: {
    sent: (n: number) => `${count(n, 'person', 'people')} invited`,
    sentSome: (n: number, kept: number) => `${count(n, 'person', 'people')} invited, ${stay(kept)} in the draft`,
    none: (kept: number) => `Nobody was invited: ${stay(kept)} in the draft, each with its reason`,
    submitted: 'Submitted for review',
    returned: 'Returned to its author',
    takenBack: 'Taken back: it can be changed again',
    scheduled: (at: string) => `Goes out on ${at}`,
    unscheduled: 'Taken off the schedule: it can be changed again',
    discarded: (name: string) => `“${name}” is discarded`,
  },
  schedule: { title: 'Send later', action: 'Schedule' },
  submit: {
    title: 'Submit for review',
    text: 'Another operator looks at it and approves or returns it. Nobody is invited before that.',
    wish: 'It is to go out later, not at once',
    action: 'Submit',
  },
  returning: {
    title: 'Return to the author',
    comment: 'What is to be changed?',
    hint: 'The author reads it with the draft.',
    action: 'Return',
  },
  rename: { title: 'Rename the draft', label: 'Name', action: 'Rename' },
  discarding: {
    title: 'Discard this draft?',
    text: (n: number) =>
      `Its ${people(n)} are not invited, and the rows are gone for good. Invitations that went out stay.`,
    keep: 'Keep',
    confirm: 'Discard',
  },
  approving: {
    title: 'Approve these invitations?',
    now: (n: number) => `${people(n)} are invited at once, with your rights and in the name of the author.`,
    later: (at: string) => `It goes out on ${at}, with the rights that you have then.`,
    keep: 'Not yet',
    confirm: 'Approve',
  },
  overview: {
    review: {
      title: (n: number) => count(n, 'draft awaits your review', 'drafts await your review'),
      text: 'Another operator has written invitations; nobody is invited before you approve.',
      action: 'Review',
    },
    returned: {
      title: (n: number) => count(n, 'draft of yours came back', 'drafts of yours came back'),
      text: 'A reviewer has returned it, or some of it could not go out.',
      action: 'Look',
    },
  },
} as const;
