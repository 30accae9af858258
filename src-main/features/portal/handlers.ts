import type { HandlersOf } from '../../kernel/context.ts';

// being written
export const handlers = {} as HandlersOf<'portal'>;
