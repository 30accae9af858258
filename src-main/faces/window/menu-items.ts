import type { MenuItemConstructorOptions } from 'electron';
import { type Action, actionKeys, actions } from '#contract/actions.ts';
import type { Messages } from '#contract/messages/index.ts';
import type { Asked } from '#contract/shell.ts';
import { acceleratorOf } from './accelerator.ts';

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

export interface MenuDeeds {
  /** Asks the page to do something; it may refuse, say while a dialog is open. */
  readonly ask: (asked: Asked) => void;
  readonly quit: () => void;
  readonly zoom: (step: 'in' | 'out' | 'reset') => void;
}

/** The name of each action, in the page's own words. */
function actionLabels({ users, palette, desktop, session, profile }: Messages): Readonly<Record<Action, string>> {
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

/**
 * The page's actions, and the usual ones for text and windows, in the window's language: outside macOS Electron names its
 * roles in English only. Its default menu would add a Help menu that leads to its website, and a *Quit* that asks nobody.
 * @param tools whether to offer developer tools
 */
export function menuItems(words: Messages, { ask, quit, zoom }: MenuDeeds, mac: boolean, tools: boolean): Item[] {
  const { menu: say } = words.desktop;
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
  const leave: Item = {
    ...{ id: 'quit', label: mac ? say.quitOnMac : say.quit },
    ...{ accelerator: 'CommandOrControl+Q', click: quit },
  };
  const own: Item[] = [
    { role: 'about' },
    line,
    { role: 'services' },
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    leave,
  ];
  const closing: Item = mac ? { role: 'close', label: say.close } : leave;
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
  // keyboards differ in which key is the plus, and where
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
  const developing: Item[] = tools ? [{ role: 'reload' }, { role: 'toggleDevTools' }, line] : [];
  return [
    ...(mac ? [{ label: words.common.product, submenu: own }] : []),
    { label: say.file, submenu: file },
    { label: say.edit, submenu: edit },
    { label: say.view, submenu: [...developing, ...view] },
    { label: say.go, submenu: [deed('palette'), deed('back'), deed('forward'), line, ...pages] },
    {
      label: say.window,
      submenu: [
        { role: 'minimize', label: say.minimize },
        { role: 'close', label: say.close },
      ],
    },
    { label: say.help, role: 'help', submenu: [deed('help')] },
  ];
}
