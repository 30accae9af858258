import type { Pause } from '../../mail.ts';
import { count } from './common.ts';
import { format, number } from './format.ts';

/** Words of the window around its pages: navigation, header, states that every page has, times. */
export const desktop = {
  navigation: {
    label: 'Pages',
    overview: 'Overview',
    users: 'Users',
    pending: 'Pending',
    guests: 'Guests',
    agents: 'Inbox agents',
    teams: 'Teams',
    groups: 'Groups',
    roles: 'Roles',
    audit: 'Audit',
    outbox: 'Outbox',
    demo: 'Demo mail',
    settings: 'Settings',
    organization: 'Organization',
    chooseOrganization: 'Choose an organization',
    skip: 'Skip to content',
    where: 'Where you are',
    /** Read out behind the name of a place. */
    open: (n: number) => `${number(n)} open`,
  },
  header: {
    label: 'Window',
    back: 'Back',
    forward: 'Forward',
    waiting: (n: number) => `${number(n)} waiting`,
    paused: 'Queue paused',
    offline: (n: number) => `Offline, ${number(n)} waiting`,
    noServer: 'No mail server',
    openOutbox: 'Open the outbox',
    openMailSettings: 'Set up mail',
    help: 'Help',
    account: 'Account',
  },
  account: {
    users: 'User management',
    profile: 'My profile',
    appearance: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    settings: 'Settings',
    shortcuts: 'Help and shortcuts',
    about: 'About',
    signOut: 'Sign out',
  },
  about: {
    title: 'About Gatehouse',
    version: 'Version',
    electron: 'Electron',
    standIn: (wanted: string) =>
      `This Electron stands in for ${wanted}, which was not at hand. It is for development and tests, not for release.`,
    folder: 'Workspace folder',
    showFolder: 'Show folder',
    portal: 'Portal',
    portalOff: 'Not running',
    updates: 'Updates',
    demo: 'This is a demo. Its workspace is thrown away when the window closes.',
  },
  banner: {
    reasons: {
      login: (server, login) => `${server} could not be logged in to${login ? ` as ${login}` : ''}.`,
      tls: (server) => `${server} gave no secure connection.`,
      sender: (server) => `${server} refused the sender address.`,
    } satisfies Readonly<Record<Pause['reason'], (server: string, login: string) => string>>,
    server: (host: string | undefined) => (host ? `The mail server ${host}` : 'The mail server'),
    kept: (n: number) =>
      n === 0
        ? 'No message is waiting.'
        : n === 1
          ? 'The waiting message is kept.'
          : `The ${number(n)} waiting messages are kept.`,
    stopped: (by: string, when: string) => `${by || 'Somebody'} paused the queue, ${when}.`,
    offline: 'You are offline.',
    offlineHint: (n: number) =>
      `${n === 1 ? '1 message waits and goes' : `${number(n)} messages wait and go`} out when the network is back. Invite, edit, extend and copy links as usual.`,
    openOutbox: 'Open Outbox',
    fix: { login: 'Fix login', tls: 'Fix connection', sender: 'Fix sender' },
    demo: 'Demo: nothing leaves this computer. Mail goes to Demo mail.',
    openDemo: 'Open Demo mail',
  },
  failed: {
    session: 'The workspace could not be opened',
    users: 'The users could not be read',
    page: 'This page could not be shown',
    refresh: 'This may be out of date.',
    other: 'Something went wrong in the window.',
    part: 'A part of Gatehouse could not be loaded',
    partText:
      'Its files may have been replaced or removed while it was open, for example by an update. Load it again; if that does not help, close Gatehouse and open it anew.',
    again: 'Load again',
    copied: 'Details copied.',
  },
  denied: {
    title: 'Nothing to see here yet',
    page: (right: string) => `This page needs the right “${right}”. An owner or admin can give it.`,
    item: (right: string) => `Your roles lack the right “${right}”.`,
  },
  undo: 'Undo',
  unknownPage: { title: 'There is no such page', toUsers: 'Go to Users' },
  time: {
    locale: format.locale,
    now: 'just now',
    minutesAgo: (n: number) => `${n} min ago`,
    hoursAgo: (n: number) => `${n} h ago`,
    yesterday: 'Yesterday',
    daysAgo: (n: number) => `${n} days ago`,
    soon: 'under a minute',
    minutes: (n: number) => `${n} min`,
    hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
    days: (n: number) => count(n, 'day', 'days'),
    left: (span: string) => `${span} left`,
  },
  closing: {
    title: 'Close Gatehouse?',
    text: 'What you typed here and have not saved or sent will be lost.',
    stay: 'Keep working',
    close: 'Close and discard',
  },
  signingOut: {
    title: 'Sign out?',
    signOut: 'Sign out and discard',
  },
  /** The native menu. */
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    help: 'Help',
    window: 'Window',
    helpPages: 'Gatehouse help',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    copyAddress: 'Copy address',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    minimize: 'Minimize',
    close: 'Close',
    quit: 'Exit',
    quitOnMac: 'Quit Gatehouse',
  },
  /** The icon beside the system’s clock, and what closing the window does with it. */
  tray: {
    nothing: 'Nothing needs you now',
    closed: 'Open the window to see what is due',
    due: (n: number) => count(n, 'thing needs you', 'things need you'),
    open: 'Open Gatehouse',
    quit: 'Exit Gatehouse',
    stays: {
      title: 'Gatehouse keeps running',
      text: 'Closing the window leaves Gatehouse in the tray: mail goes out and the portal answers. Choose Exit in the tray or in the menu File to end it. My profile, This computer switches this off.',
    },
  },
  /** For whoever started the window from a terminal. */
  terminal: {
    alreadyOpen: 'Gatehouse is open already; its window comes to the front.',
    workspaceAt: (folder: string) => `Workspace: ${folder}`,
    portalAt: (url: string) => `Portal:    ${url}`,
  },
} as const;
