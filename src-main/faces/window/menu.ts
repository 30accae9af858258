import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Action, actionKeys, actions } from '#contract/actions.ts';
import type { Messages } from '#contract/messages/index.ts';
import type { Asked } from '#contract/shell.ts';
import { acceleratorOf } from './accelerator.ts';
import { devServer } from './dev-server.ts';

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

export interface MenuDeeds {
  /** Asks the page to do something; it may refuse, say while a dialog is open. */
  readonly ask: (asked: Asked) => void;
  readonly quit: () => void;
  readonly zoom: (step: 'in' | 'out' | 'reset') => void;
}

/** The name of each action, in the page's own words. */
export function actionLabels({
  users,
  palette,
  desktop,
  session,
  profile,
}: Messages): Readonly<Record<Action, string>> {
  const { navigation, header } = desktop;
  return {
    rows: users.add.rows,
    paste: users.add.paste,
    wizard: users.add.wizard,
    import: users.add.import,
    palette: palette.open,
    back: header.back,
    forward: header.forward,
    help: desktop.menu.helpPages,
    lock: session.lock.now,
    '/overview': navigation.overview,
    '/users': navigation.users,
    '/pending': navigation.pending,
    '/guests': navigation.guests,
    '/inbox-agents': navigation.agents,
    '/teams': navigation.teams,
    '/groups': navigation.groups,
    '/roles': navigation.roles,
    '/outbox': navigation.outbox,
    '/audit': navigation.audit,
    '/demo': navigation.demo,
    '/settings': navigation.settings,
    '/profile': profile.title,
  };
}

/** Makes the menu offer what the page can do now. */
export function enableActions(able: readonly Action[]): void {
  const menu = Menu.getApplicationMenu();
  for (const action of actions) {
    const item = menu?.getMenuItemById(action);
    if (item) item.enabled = able.includes(action);
  }
}

/**
 * The page's actions, and the usual ones for text and windows, in the window's language: outside macOS Electron names its
 * roles in English only. Its default menu would add a Help menu that leads to its website. Developer tools only while the
 * page comes from the development server.
 */
export function setMenu(words: Messages, { ask, quit, zoom }: MenuDeeds): void {
  const { menu: say } = words.desktop;
  const mac = process.platform === 'darwin';
  const labels = actionLabels(words);
  const deed = (action: Action): Item => {
    const accelerator = acceleratorOf(actionKeys[action], mac);
    return {
      id: action,
      label: labels[action],
      enabled: false,
      ...(accelerator ? { accelerator } : {}),
      // shown only: the page handles the keys itself, and knows when they mean something else
      registerAccelerator: false,
      click: () => ask({ action }),
    };
  };
  const pages = actions.filter((action) => action.startsWith('/')).map(deed);
  const tools: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, line];
  const closing: Item = mac
    ? { role: 'close', label: say.close }
    : { id: 'quit', label: say.quit, accelerator: 'CommandOrControl+Q', click: quit };
  const file = [deed('rows'), deed('paste'), deed('wizard'), deed('import'), line, deed('lock'), line, closing];
  const edit: Item[] = [
    { role: 'undo', label: say.undo },
    { role: 'redo', label: say.redo },
    line,
    { role: 'cut', label: say.cut },
    { role: 'copy', label: say.copy },
    { role: 'paste', label: say.paste },
    { role: 'delete', label: say.delete },
    line,
    { role: 'selectAll', label: say.selectAll },
  ];
  const resize = (label: string, step: 'in' | 'out' | 'reset', accelerator: string, more: Item): Item => ({
    ...more,
    ...{ label, accelerator, click: () => zoom(step) },
  });
  // keyboards differ in which key is the plus
  const unseen = { visible: false, acceleratorWorksWhenHidden: true };
  const view: Item[] = [
    resize(say.resetZoom, 'reset', 'CommandOrControl+0', { id: 'zoom-reset' }),
    resize(say.zoomIn, 'in', 'CommandOrControl+Plus', { id: 'zoom-in' }),
    resize(say.zoomIn, 'in', 'CommandOrControl+=', unseen),
    resize(say.zoomIn, 'in', 'CommandOrControl+numadd', unseen),
    resize(say.zoomOut, 'out', 'CommandOrControl+-', { id: 'zoom-out' }),
    resize(say.zoomOut, 'out', 'CommandOrControl+numsub', unseen),
    line,
    { role: 'togglefullscreen', label: say.fullScreen },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ label: app.name, role: 'appMenu' as const }] : []),
      { label: say.file, submenu: file },
      { label: say.edit, submenu: edit },
      { label: say.view, submenu: [...(devServer ? tools : []), ...view] },
      { label: say.go, submenu: [deed('palette'), deed('back'), deed('forward'), line, ...pages] },
      {
        label: say.window,
        submenu: [
          { role: 'minimize', label: say.minimize },
          { role: 'close', label: say.close },
        ],
      },
      { label: say.help, role: 'help', submenu: [deed('help')] },
    ]),
  );
}
