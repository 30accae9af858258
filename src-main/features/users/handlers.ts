import type { HandlersOf } from '../../kernel/context.ts';
import { changing } from './changing.ts';
import { reading } from './reading.ts';

export const handlers = { ...reading, ...changing } satisfies HandlersOf<'users'>;
