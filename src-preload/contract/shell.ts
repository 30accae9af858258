import { z } from 'zod';
import { type Action, isAction } from './actions.ts';

/** Long work in progress on the page, for the bar in taskbar or dock. */
export const work = z.strictObject({
  done: z.int().min(0),
  /** Of how many; null if unknown. */
  total: z.int().min(0).nullable(),
  state: z.enum(['running', 'paused', 'failed']),
});
export type Work = z.infer<typeof work>;

/** Something that needs attention, for the tray: without names, and with the page where to deal with it. */
export const due = z.strictObject({
  title: z.string().max(200),
  href: z.string().startsWith('/').max(200),
});
export type Due = z.infer<typeof due>;

/** What the page has the system show outside the window. */
export const told = z.strictObject({
  works: z.array(work).max(200).optional(),
  /** Null: nobody is signed in, or the window is locked. */
  due: z.array(due).max(50).nullable().optional(),
  /** Something is typed that would be lost with the window. */
  unsaved: z.boolean().optional(),
  /** What can be done now; the native menu offers nothing else. */
  actions: z.array(z.custom<Action>(isAction)).max(100).optional(),
});
export type Told = z.infer<typeof told>;

/**
 * What the page is asked to do from outside: an action, showing a page by path and query, or, when somebody closes the
 * window, asking whether what is unsaved may be lost.
 */
export type Asked = { readonly action: Action } | { readonly href: string } | { readonly closing: true };
