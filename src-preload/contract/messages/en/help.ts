import { auditWords } from './audit-filters.ts';
import { bounces } from './bounces.ts';

/** The help sheet: keys that exist, and how the main jobs go. */
export const help = {
  title: 'Help',
  tabs: { shortcuts: 'Keyboard', guides: 'How to' },
  groups: { everywhere: 'Everywhere', goTo: 'Go to', list: 'In the list', person: 'On a person' },
  keys: {
    palette: 'Find people, pages, actions',
    invite: 'Invite people from a list',
    add: 'Add user',
    wizard: 'Add user step by step',
    backForward: 'Back, forward',
    send: 'Send, in a dialog',
    close: 'Close',
    lock: 'Lock the window',
    sheet: 'This sheet',
    search: 'Search the list',
    move: 'Move',
    select: 'Select',
    selectMore: 'Select the next one too',
    selectAll: 'Select all that match',
    open: 'Open',
    menu: 'Row menu',
    reinvite: 'Reinvite',
    renew: 'Extend link, or renew guest',
    roles: 'Change roles',
    copyLink: 'Copy link',
    revoke: 'Revoke',
    organization: 'Another organization',
  },
  or: 'or',
  names: {
    Mod: 'Ctrl',
    ModMac: '⌘',
    Alt: 'Alt',
    Shift: 'Shift',
    Enter: 'Enter',
    Delete: 'Delete',
    Space: 'Space',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  } as Readonly<Record<string, string>>,
  guides: [
    {
      title: 'See what needs you',
      text: 'Overview names what waits for somebody, each with the way to just those: links that end or go unanswered, mail that failed or stands still, guests whose access ends, seats, drafts, backups. Below it are invitations and guests over 30 days or 12 months; the button beside each chart shows its numbers as a table.',
    },
    {
      title: 'Invite many people',
      text: 'Open Invite users, paste addresses from Outlook, Excel or a calendar, and read what each line would do. Refused lines stay in the box with the reason; the good ones go out.',
    },
    {
      title: 'Import a file',
      text: 'Choose Import a file in the menu of Add user, or drop a CSV or XLSX file on Users. Say what its columns hold, read what each row would do, then invite. The result can be saved with the reason for every row.',
    },
    {
      title: 'Export people',
      text: 'Export on Users, Pending, Guests and Inbox agents saves what the filters show, or those who are selected, as CSV or as an Excel workbook (XLSX); no cell is ever computed. From Pending it holds what became of the mail, the server’s words, age, time left and the number of the invitation.',
    },
    {
      title: 'Compare with a list',
      text: 'Choose Compare with a list in the menu of Add user and give it a CSV or XLSX file, from HR say. It tells who is missing here, who is not on the list and who is on both. Invite the missing, or select the others in Users and suspend or remove them.',
    },
    {
      title: 'When somebody finds no mail',
      text: 'Remind them of the spam folder first. The Outbox shows what the mail server said. Send again mails the same link; Reinvite makes a new one and ends the old.',
    },
    {
      title: 'Review who is pending',
      text: 'Pending groups invitations by what became of their mail, with the server’s words, age and time left. Sort by time left to see whose link ends next. Select several to reinvite, extend, revoke or copy their links. It all works without a network.',
    },
    {
      title: bounces.help.title,
      text: bounces.help.text,
    },
    {
      title: 'Prepare invitations and send them later',
      text: 'The arrow beside the button of each dialog that invites saves what was typed as a draft, lines with a problem too, or sends it at a time that you choose. Pending, Drafts lists what waits: open a draft, type into its rows, and read what each would do now. No seat is taken before it goes out. What cannot go out stays in the draft with the reason.',
    },
    {
      title: 'Have a second operator approve invitations',
      text: 'Switch on A second operator’s approval in Settings, Invitations. Whoever writes invitations submits them for review; another operator finds them under Pending, Awaiting review, and approves them or returns them with a comment. A change after the approval asks for a new one. Reinviting and extending go on without.',
    },
    {
      title: 'When a link has expired',
      text: 'Choose Generate new invitation in the row menu. Roles, teams and products stay; the clock starts when the mail is handed to the server.',
    },
    {
      title: 'Decide who may do what',
      text: 'Under Roles, duplicate a built-in role or add one, then tick what it allows. Nobody gives more than they hold themselves, and the last owner stays.',
    },
    {
      title: auditWords.help.title,
      text: auditWords.help.text,
    },
    {
      title: 'Put people into teams, groups and lines',
      text: 'Open one and choose Add people. Merging moves all members and is final; archiving only takes it out of the choice.',
    },
    {
      title: 'Keep several organizations apart',
      text: 'The name at the top left leads to the other organizations, to a new one, and to Rename. A person has one account and may belong to several; people, roles, teams, mail and settings of one never show in another.',
    },
    {
      title: 'Let guests in for a while',
      text: 'Choose Invite guests in the menu under your name. Access starts with the acceptance, ends by itself after the period, and takes no seat. Settings, Guests holds the period and the partner domains.',
    },
    {
      title: 'When the access of a guest is about to end',
      text: 'The notice above Users and Guests leads to them, and a notification of the system comes once a day while nobody looks. Renew starts the period anew; select several for Renew guest access. Once access has ended, only Invite again brings it back.',
    },
    {
      title: 'When there are no seats',
      text: 'Settings, Users & licences shows what is taken. Revoking, removing or an expired link frees a seat; suspending does too.',
    },
    {
      title: 'Set up mail',
      text: 'In Settings, under Mail, enter the server, choose the kind of login (OAuth 2 for Microsoft 365 and Google) and press Test: it names the step that failed. Until then mail waits in the Outbox and no link ages.',
    },
    {
      title: 'Speak another language',
      text: 'My profile, This computer holds the language of the window. Settings, Organization holds that of mails; each invitation may have another one, and whoever chose a language in the portal gets mail in it.',
    },
    {
      title: 'Word the mails yourself',
      text: 'In Settings, under Wording, choose a mail and change its subject and text; the preview beside it shows how it arrives. Names in braces are filled in, and what stands in brackets is left out where something in it is not known. Send a test first. Reset to default brings the usual words back. Logo and colour are the last entry of the list.',
    },
    {
      title: 'When the queue has paused',
      text: 'The server refused the login or the secure connection. Waiting mail is kept. Correct the settings and the queue goes on. A queue that an operator paused goes on when somebody chooses Resume queue.',
    },
    {
      title: 'Hold, cancel or repeat a mail',
      text: 'In the Outbox, select messages: Hold keeps them back, Cancel takes them out for good while the invitation stays open. Uncertain means that it may have arrived; sent again, it is the same message. Conversation shows what the mail server said. On a row, P opens the person, R tries again, H holds or releases, Del cancels.',
    },
    {
      title: 'Without a network',
      text: 'Everything can be prepared and links copied. Mail waits in the Outbox, counts no failed try, and leaves by itself when the network is back.',
    },
    {
      title: 'Trust what the audit says',
      text: 'Each entry is sealed together with the one before it. Verify, on the page Audit, walks along all of them and names each at which somebody changed, removed, added or moved something with another program.',
    },
    {
      title: 'Leave the window open',
      text: 'When nobody touches it for a while, and when the computer sleeps or locks its screen, the window asks for your password; what you were typing stays. My profile, This computer sets after how many minutes. Lock in the account menu does it at once.',
    },
    {
      title: 'Back up and restore',
      text: 'Gatehouse makes a backup every day. In Settings, under Backups, an owner sets the folder and a passphrase, makes one now, or restores one: a preview shows what it holds beside what is here. What is replaced is kept, and mail is paused until you resume it. On a new computer, choose Restore a backup at the first start.',
    },
  ],
} as const;
