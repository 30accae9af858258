import { z } from 'zod';
import { type Action, isAction } from './actions.ts';

/** Long work that the page is at, for the bar in taskbar or dock. */
export const work = z.strictObject({
  done: z.int().min(0),
  /** Of how many; null where nobody knows. */
  total: z.int().min(0).nullable(),
  state: z.enum(['running', 'paused', 'failed']),
});
export type Work = z.infer<typeof work>;

/** Something that needs somebody, for the tray: no names, and the page that settles it. */
export const due = z.strictObject({
  title: z.string().max(200),
  href: z.string().startsWith('/').max(200),
});
export type Due = z.infer<typeof due>;

/** What of the page the system shows outside of the window. */
export const told = z.strictObject({
  works: z.array(work).max(200).optional(),
  /** Null: nobody is signed in, or the window is locked. */
  due: z.array(due).max(50).nullable().optional(),
  /** Something is typed that goes with the window. */
  unsaved: z.boolean().optional(),
  /** What can be done now; the native menu offers nothing else. */
  actions: z.array(z.custom<Action>(isAction)).max(100).optional(),
});
export type Told = z.infer<typeof told>;

/**
 * What is asked of the page from around it: a deed, a page by path and query, or, as somebody closed the window, to ask
 * whether what it holds back may be lost.
 */
export type Asked = { readonly action: Action } | { readonly href: string } | { readonly closing: true };
