import { createInterface } from 'node:readline/promises';
import { GatehouseError } from '#contract/errors.ts';
import { visible } from './output.ts';
import type { Session } from './session.ts';
import { wrongUse } from './usage.ts';

/**
 * Asks before something that cannot be undone, unless `--yes` is given. Only an answer that begins like "yes" in one of the
 * languages counts as one.
 * @throws GatehouseError `cancelled`; `usage` where nobody can be asked
 */
export async function confirm({ given, messages }: Session, question: string): Promise<void> {
  if (given.yes) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw wrongUse('yes-needed');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`${visible(question)} ${messages.cli.out.yesNo} `).finally(() => asking.close());
  if (!/^\s*[yj]/i.test(answer)) throw new GatehouseError('cancelled', {});
}
