import type { HandlersOf } from '../../kernel/context.ts';
import { many } from '../jobs/many.ts';
import { importReports, preview } from './import.ts';
import { mark, unmark, unmarkMessage } from './mark.ts';

export const handlers = {
  preview,
  import: importReports,
  markMany: many(mark),
  unmarkMany: many(unmark),
  unmark: unmarkMessage,
} satisfies HandlersOf<'bounces'>;
