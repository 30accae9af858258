import type { HandlersOf } from '../../kernel/context.ts';
import { attention } from './attention.ts';
import { history } from './history.ts';

export const handlers = { attention, history } satisfies HandlersOf<'overview'>;
