import { desktop } from './api.ts';
import { createWorks, type Ongoing } from './works.ts';

const works = createWorks(
  (all) => void desktop.tell({ works: [...all] }),
  () => document.hasFocus(),
);
window.addEventListener('focus', works.seen);

/** Shows long work in the taskbar, until it ends. */
export const beginWork = works.begin;
export const setWork = works.set;

/** Shows long work that reports no progress. Rejects when it does. */
export async function asWork<T>(deed: Promise<T>): Promise<T> {
  const ongoing: Ongoing = works.begin(null);
  try {
    const value = await deed;
    ongoing.end();
    return value;
  } catch (error) {
    ongoing.end(true);
    throw error;
  }
}
