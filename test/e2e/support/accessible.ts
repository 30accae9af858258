import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';

/** Axe finds nothing grave in either theme. */
export async function scan(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // legacy: Electron opens no second page for axe to finish in
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    // the same elements: only the colours differ
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`)}`);
    expect(grave, `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** Every control can be brought into the window and is not covered, and the page itself never scrolls. */
export async function expectReachable(page: Page, what: string): Promise<void> {
  const hidden = await page.evaluate(() => {
    const height = (element: Element) => {
      let highest = 0;
      for (let at: Element | null = element; at; at = at.parentElement)
        highest = Math.max(highest, Number.parseInt(getComputedStyle(at).zIndex, 10) || 0);
      return highest;
    };
    // of those at the same height, the later one is on top
    const [layer = document.body] = [...document.querySelectorAll('[role="dialog"]')]
      .reverse()
      .sort((a, b) => height(b) - height(a));
    const controls = layer.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role="tab"]');
    const out: string[] = [];
    for (const control of controls) {
      if (
        control.matches('[aria-hidden="true"], [type="hidden"], [tabindex="-1"]') ||
        !control.checkVisibility({ visibilityProperty: true })
      )
        continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      // shown only while it has the focus
      if (control.getBoundingClientRect().bottom < 0) control.focus();
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      if (width <= 1) continue;
      const inside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      // toasts go by themselves with the box around them and free what they cover: only their own buttons are looked for on
      // them
      const toast = '.mantine-Notifications-root';
      const there = document
        .elementsFromPoint((left + right) / 2, (top + bottom) / 2)
        .find((element) => control.closest(toast) || !element.closest(toast));
      const label = control.closest('label') ?? control.parentElement?.parentElement;
      const free =
        there !== undefined && (control.contains(there) || there.contains(control) || label?.contains(there));
      if (!inside || !free) out.push(control.outerHTML.slice(0, 160));
    }
    for (const root of [document.documentElement, document.body, document.querySelector('main')])
      if (root && (root.scrollLeft > 0 || root.scrollWidth > root.clientWidth + 1))
        out.push(`${root.tagName} scrolls sideways`);
    return out;
  });
  expect(hidden, what).toEqual([]);
}

/** The page or dialog on screen is for everybody: axe finds nothing grave in either theme, and all can be reached. */
export async function check({ page }: RunningApp, what: string): Promise<void> {
  await scan(page, what);
  await expectReachable(page, what);
}
