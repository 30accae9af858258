import { Menu } from 'electron';
import { type Action, actions } from '#contract/actions.ts';
import type { Messages } from '#contract/messages/index.ts';
import { devServer } from './dev-server.ts';
import { type MenuDeeds, menuItems } from './menu-items.ts';

/** Makes the menu offer what the page can do now. */
export function enableActions(able: readonly Action[]): void {
  const menu = Menu.getApplicationMenu();
  for (const action of actions) {
    const item = menu?.getMenuItemById(action);
    if (item) item.enabled = able.includes(action);
  }
}

/** Shows the menu for this system. Developer tools only while the page comes from the development server. */
export const setMenu = (words: Messages, deeds: MenuDeeds): void =>
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuItems(words, deeds, process.platform === 'darwin', Boolean(devServer))),
  );
