import type { HandlersOf } from '../../kernel/context.ts';
import { alone } from '../jobs/deed.ts';
import { many } from '../jobs/many.ts';
import { eraseOne } from './erase/handler.ts';
import { exported } from './export.ts';
import { reactivate } from './reactivate.ts';
import { remove } from './remove.ts';
import { suspend } from './suspend.ts';
import { update } from './update.ts';

/** All that is done to existing people: each deed defined once, for one person and for many. */
export const changing = {
  update: alone(update),
  suspend: alone(suspend),
  reactivate: alone(reactivate),
  remove: alone(remove),
  erase: eraseOne,
  updateMany: many(update),
  suspendMany: many(suspend),
  reactivateMany: many(reactivate),
  removeMany: many(remove),
  exportMany: many(exported, (line) => line),
} satisfies Partial<HandlersOf<'users'>>;
