import type { Dispatcher } from '../../kernel/dispatch.ts';
import type { Cookies } from './cookies.ts';
import type { ViewOf } from './failures.ts';
import type { PostLimits } from './limits.ts';

/** What the routes work with. */
export interface House {
  readonly dispatch: Dispatcher;
  readonly viewOf: ViewOf;
  readonly cookies: Cookies;
  readonly limits: PostLimits;
  /** See `View.base`. */
  readonly base: string;
}
