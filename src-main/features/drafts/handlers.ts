import type { HandlersOf } from '../../kernel/context.ts';
import { check } from './check.ts';
import { counts, get, list } from './list.ts';
import { approve, submit, takeBack } from './review.ts';
import { schedule, send, unschedule } from './send.ts';
import { change, discard, save } from './write.ts';

export const handlers = {
  list,
  counts,
  get,
  check,
  save,
  change,
  submit,
  approve,
  return: takeBack,
  schedule,
  unschedule,
  send,
  discard,
} satisfies HandlersOf<'drafts'>;
