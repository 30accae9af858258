import { messagesIn } from '#contract/messages/index.ts';
import type { SpokenLine } from '#contract/outbox.ts';
import { failpoint } from '../../database/failpoint.ts';
import type { AccessTokens } from '../../kernel/access-tokens.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Keys } from '../../kernel/keys.ts';
import type { Network } from '../../kernel/network.ts';
import { makeLink, makeResetLink } from '../../kernel/tokens.ts';
import { composeLetter } from '../letter/compose.ts';
import type { LogoShelf } from '../look/shelf.ts';
import { type StoredSettings, serverOf } from '../settings.ts';
import { isAway } from '../smtp/away.ts';
import { answerOf, classify } from '../smtp/classify.ts';
import { SmtpFailure, Withdrawn } from '../smtp/failure.ts';
import { hideSecrets } from '../smtp/hide-secrets.ts';
import { createPool, type SmtpPool } from '../smtp/pool.ts';
import { createTranscript } from '../smtp/transcript.ts';
import type { Result } from './settle.ts';
import type { Ready } from './take.ts';
import type { OutboxTimings } from './timings.ts';

/** The channel for one organization's mail, with the settings it was opened with. */
export interface Lane {
  readonly settings: StoredSettings;
  /** Never throws: the answer says how it ended, and what was said. */
  readonly send: (ready: Ready) => Promise<{ readonly result: Result; readonly lines: readonly SpokenLine[] }>;
  readonly close: (graceMilliseconds: number) => Promise<void>;
}

export interface LaneOptions {
  readonly keys: Keys;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly network: Network;
  readonly timings: OutboxTimings;
  readonly logos: LogoShelf;
  /** Records that the body is about to leave. @returns false when it must not */
  readonly allowBody: (outboxId: number) => Promise<boolean>;
  readonly report: (error: unknown) => void;
}

export function openLane(organizationId: number, settings: StoredSettings, options: LaneOptions): Lane {
  const { keys, clock, network, logos, allowBody, report } = options;
  const pool = poolFor(organizationId, settings, options);
  return {
    settings,
    async send({ id, letter, link }) {
      let lines: readonly SpokenLine[] = [];
      if (!pool) {
        const { keyChanged } = messagesIn('en').outbox.answers;
        return { result: { kind: 'paused', reason: 'login', answer: keyChanged }, lines };
      }
      try {
        const logo = letter.logo && (await logos(organizationId, letter.logo.sha256));
        // the link exists in memory only, from here to the socket
        const raw = await composeLetter(letter, link && linkOf(keys, letter.linksBeginWith, link), logo);
        failpoint('outbox.composed');
        const answer = await pool.send(
          { from: letter.from.address, to: letter.to.address, raw },
          {
            async beforeBody() {
              if (!(await allowBody(id))) throw new Withdrawn();
              failpoint('outbox.body-allowed');
            },
            afterBody: () => failpoint('outbox.body-left'),
            told: (transcript) => {
              lines = transcript.lines();
            },
          },
        );
        return { result: { kind: 'sent', answer: hideSecrets(answer) }, lines };
      } catch (error) {
        if (error instanceof SmtpFailure) {
          if (isAway(error, network.online())) return { result: { kind: 'offline' }, lines };
          const { replyCode } = error.facts;
          const ended: SpokenLine = { from: 'note', at: clock.now(), text: answerOf(error) };
          return { result: classify(error), lines: replyCode === undefined ? [...lines, ended] : lines };
        }
        if (!(error instanceof Withdrawn)) report(error);
        return { result: { kind: 'back' }, lines };
      }
    },
    close: async (graceMilliseconds) => pool?.close(graceMilliseconds),
  };
}

const linkOf = (keys: Keys, base: string, link: NonNullable<Ready['link']>): string =>
  'resetId' in link ? makeResetLink(keys, base, link.resetId) : makeLink(keys, base, link);

function poolFor(organizationId: number, settings: StoredSettings, options: LaneOptions): SmtpPool | undefined {
  const { keys, tokens, timings, clock } = options;
  try {
    const server = serverOf(organizationId, settings, keys, tokens);
    return createPool(server, {
      transcript: () => createTranscript(server, clock.now),
      timeouts: timings.smtp,
      size: timings.connections,
      idleMilliseconds: timings.idle,
    });
  } catch {
    return undefined;
  }
}
