import type { ErrorCode } from '#contract/errors.ts';
import { denials } from '../../kernel/context.ts';

/** How a verb ends, for scripts. `messages.cli.exits` says what each means. */
export const exit = { done: 0, failed: 1, usage: 2, partly: 3, denied: 4, busy: 5 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

const usage: ReadonlySet<ErrorCode> = new Set(['usage', 'operator-needed']);
const alsoDenied: ReadonlySet<ErrorCode> = new Set(['not-signed-in', 'locked']);

/** The exit code of an error. */
export function exitOf(code: ErrorCode): Exit {
  if (usage.has(code)) return exit.usage;
  if (denials.has(code) || alsoDenied.has(code)) return exit.denied;
  return code === 'workspace-busy' ? exit.busy : exit.failed;
}
