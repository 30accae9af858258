import { messagesIn } from '#contract/messages/index.ts';
import type { Keys } from '../../kernel/keys.ts';
import { makeLink, makeResetLink } from '../../kernel/tokens.ts';
import { composeLetter } from '../letter/compose.ts';
import { type StoredSettings, serverOf } from '../settings.ts';
import { classify } from '../smtp/classify.ts';
import { SmtpFailure, Withdrawn } from '../smtp/failure.ts';
import { hideSecrets } from '../smtp/hide-secrets.ts';
import { createPool, type SmtpPool } from '../smtp/pool.ts';
import type { Result } from './settle.ts';
import type { Ready } from './take.ts';
import type { OutboxTimings } from './timings.ts';

/** Points at which a test may stop the process. */
export type Checkpoint = 'leased' | 'fixed' | 'before-body' | 'after-body' | 'before-settle' | 'settled';
export type CheckpointHook = (name: Checkpoint, outboxId: number) => void | Promise<void>;

/** The way of one organization's mail, with the settings that it was opened with. */
export interface Lane {
  readonly settings: StoredSettings;
  /** Never throws: how it ended is the answer. */
  readonly send: (ready: Ready) => Promise<Result>;
  readonly close: (graceMilliseconds: number) => Promise<void>;
}

export interface LaneOptions {
  readonly keys: Keys;
  readonly timings: OutboxTimings;
  /** Writes down that the body is about to leave. @returns false when it must not */
  readonly allowBody: (outboxId: number) => Promise<boolean>;
  readonly checkpoint?: CheckpointHook | undefined;
  readonly report: (error: unknown) => void;
}

export function openLane(settings: StoredSettings, options: LaneOptions): Lane {
  const { keys, timings, allowBody, checkpoint, report } = options;
  const pool = poolFor(settings, keys, timings);
  return {
    settings,
    async send({ id, letter, link }) {
      if (!pool) return { kind: 'paused', reason: 'login', answer: messagesIn('en').outbox.answers.keyChanged };
      try {
        // the link exists in memory only, from here to the socket
        const raw = await composeLetter(letter, link && linkOf(keys, letter.linksBeginWith, link));
        const answer = await pool.send(
          { from: letter.from.address, to: letter.to.address, raw },
          {
            async beforeBody() {
              if (!(await allowBody(id))) throw new Withdrawn();
              await checkpoint?.('before-body', id);
            },
            afterBody: () => checkpoint?.('after-body', id),
          },
        );
        return { kind: 'sent', answer: hideSecrets(answer) };
      } catch (error) {
        if (error instanceof SmtpFailure) return classify(error);
        if (!(error instanceof Withdrawn)) report(error);
        return { kind: 'back' };
      }
    },
    close: async (graceMilliseconds) => pool?.close(graceMilliseconds),
  };
}

const linkOf = (keys: Keys, base: string, link: NonNullable<Ready['link']>): string =>
  'resetId' in link ? makeResetLink(keys, base, link.resetId) : makeLink(keys, base, link);

function poolFor(settings: StoredSettings, keys: Keys, timings: OutboxTimings): SmtpPool | undefined {
  try {
    return createPool(serverOf(settings, keys), {
      timeouts: timings.smtp,
      size: timings.connections,
      idleMilliseconds: timings.idle,
    });
  } catch {
    return undefined;
  }
}
