import { describe, expect, it } from 'vitest';
import { actionKeys } from '#contract/actions.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { acceleratorOf } from '../../../src-main/faces/window/accelerator.ts';
import { contextMenuOf } from '../../../src-main/faces/window/context-items.ts';
import { menuItems } from '../../../src-main/faces/window/menu-items.ts';
import { zoomStep } from '../../../src-main/faces/window/zoom.ts';

describe('keys in the native menu', () => {
  it('are named as Electron names them; sequences of two are left to the page', () => {
    expect(acceleratorOf(actionKeys.paste, false)).toBe('CommandOrControl+I');
    expect(acceleratorOf(actionKeys.back, false)).toBe('Alt+Left');
    expect(acceleratorOf(actionKeys.rows, false)).toBe('N');
    expect(acceleratorOf(actionKeys['/users'], false)).toBeUndefined();
    expect(acceleratorOf(actionKeys.import, false)).toBeUndefined();
  });
  it('take no bare letter from whoever types on macOS', () => {
    expect(acceleratorOf(actionKeys.rows, true)).toBeUndefined();
    expect(acceleratorOf(actionKeys.back, true)).toBeUndefined();
    expect(acceleratorOf(actionKeys.lock, true)).toBe('CommandOrControl+L');
  });
  it('mean one thing each', () => {
    const keys = Object.values(actionKeys).filter((key) => key !== null);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the native menu', () => {
  const words = messagesIn('en');
  const itemsOf = (mac: boolean, quit = () => {}) =>
    menuItems(words, { ask() {}, zoom() {}, quit }, mac, false).flatMap((item) => [
      item,
      ...(Array.isArray(item.submenu) ? item.submenu : []),
    ]);

  it('quits by the one way that asks first, on macOS from the application’s own menu', () => {
    const left: boolean[] = [];
    for (const mac of [false, true]) {
      const items = itemsOf(mac, () => void left.push(mac));
      // Electron's own would end it unasked
      expect(items.filter(({ role }) => role === 'quit' || role === 'appMenu')).toEqual([]);
      const leaving = items.filter(({ accelerator }) => accelerator === 'CommandOrControl+Q');
      expect(leaving.map(({ label }) => label)).toEqual([words.desktop.menu[mac ? 'quitOnMac' : 'quit']]);
      leaving[0]?.click?.(undefined as never, undefined, undefined as never);
    }
    expect(left).toEqual([false, true]);
  });
});

describe('the context menu', () => {
  const words = messagesIn('en');
  const { menu: say } = words.desktop;
  const editFlags = {
    ...{ canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: true },
    ...{ canDelete: true, canSelectAll: true, canEditRichly: false },
  };
  const nothing = { isEditable: false, editFlags, linkURL: '', selectionText: '' };
  const shown = (params: Partial<typeof nothing>, copied: string[] = []) =>
    contextMenuOf({ ...nothing, ...params }, words, (text) => void copied.push(text));
  const labels = (params: Partial<typeof nothing>) =>
    shown(params).flatMap(({ label, enabled }) => (label ? [enabled === false ? `(${label})` : label] : []));

  it('has the text actions in a field, with those disabled that can do nothing now', () => {
    expect(labels({ isEditable: true })).toEqual([
      say.undo,
      `(${say.redo})`,
      say.cut,
      say.copy,
      say.paste,
      say.selectAll,
    ]);
  });
  it('copies what is selected, and the address of a link', () => {
    expect(labels({})).toEqual([]);
    expect(labels({ selectionText: ' ' })).toEqual([]);
    expect(labels({ selectionText: 'Ana' })).toEqual([say.copy]);
    const copied: string[] = [];
    for (const linkURL of ['mailto:ana%2Bx@example.org?subject=Hello', 'https://portal.example.com/a'])
      shown({ linkURL }, copied)[0]?.click?.(undefined as never, undefined, undefined as never);
    expect(copied).toEqual(['ana+x@example.org', 'https://portal.example.com/a']);
  });
  it('offers no address for a link within the window, nor for a malformed one', () => {
    expect(labels({ linkURL: 'app://gatehouse/#/users' })).toEqual([]);
    expect(labels({ linkURL: 'mailto:%E0%A4%A' })).toEqual([]);
  });
});

describe('zoom', () => {
  it('goes up and down in steps that come back to the actual size, and stops at both ends', () => {
    const walk = (from: number, step: 'in' | 'out', times: number) => {
      let now = from;
      for (let n = 0; n < times; n += 1) now = zoomStep(now, step);
      return now;
    };
    expect(walk(1, 'in', 5)).toBe(2);
    expect(walk(2, 'out', 5)).toBe(1);
    expect(walk(1, 'in', 99)).toBe(3);
    expect(walk(1, 'out', 99)).toBe(0.5);
    expect(zoomStep(1.1000001, 'in')).toBe(1.25);
    expect(zoomStep(2.5, 'reset')).toBe(1);
  });
});
