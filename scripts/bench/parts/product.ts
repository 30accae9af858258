// The window on a workspace of a given size, signed in by its owner.
import type { Page } from '@playwright/test';
import { openWindow, type Window } from './electron.ts';
import { copyOf, owner } from './people.ts';

export const middle = Number(process.env.BENCH_MIDDLE ?? 100_000);

/** Opens the built application on a copy of the workspace of this size. */
export async function openProduct(size: number): Promise<Window> {
  const { folder, remove } = await copyOf(size);
  const window = await openWindow(['.', '--workspace', folder]);
  const close = async () => {
    await window.close();
    remove();
  };
  return { ...window, close };
}

/** Signs in; returns the milliseconds from pressing the button to the first person in the list, by the page's clock. */
export async function signIn(page: Page): Promise<number> {
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  const listed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
        const look = () => {
          if (pressed > 0 && document.querySelector('tbody tr input[type=checkbox]'))
            resolve(performance.now() - pressed);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.getByRole('button', { name: 'Sign in' }).click();
  return listed;
}
