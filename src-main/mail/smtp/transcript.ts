import { messagesIn } from '#contract/messages/index.ts';
import type { SpokenLine } from '#contract/outbox.ts';
import { formsOf, hidden, hideForms, hideLongRuns, hideSecrets } from './hide-secrets.ts';
import type { MailServer } from './server.ts';

/** What is said on one connection, in a form that may be stored: no credentials, no usable link, none of a message's body. */
export interface Transcript {
  readonly heard: (from: 'client' | 'server', text: string) => void;
  /** Names a credential that is about to be used: it is left out from now on. */
  readonly conceal: (forms: readonly string[]) => void;
  /** Adds a line in our own words. */
  readonly note: (text: string) => void;
  /** Another message begins: forgets what was said about the one before, but not how the connection began. */
  readonly begin: () => void;
  readonly lines: () => readonly SpokenLine[];
}

const most = 100;
const mostOfOpening = 40;

export function createTranscript(server: Pick<MailServer, 'login' | 'password'>, now: () => number): Transcript {
  const { leftOut } = messagesIn('en').outbox.spoken;
  const secrets = [...formsOf(server.login, server.password)];
  const opening: SpokenLine[] = [];
  let own: SpokenLine[] | undefined;
  let loggingIn = false;

  const add = (from: SpokenLine['from'], text: string) => {
    (own ?? opening).push({ from, at: now(), text: hideSecrets(hideForms(text, secrets)) });
  };
  /** Everything between AUTH and its answer is a credential, or a challenge for one. */
  const duringLogin = (from: 'client' | 'server', line: string): string => {
    if (from === 'client') return hidden;
    if (line.startsWith('334')) return `334 ${hidden}`;
    loggingIn = /^\d{3}-/.test(line);
    return hideLongRuns(line);
  };
  return {
    heard(from, text) {
      for (const line of text.split(/\r?\n/)) {
        const auth = from === 'client' ? /^AUTH\s+(\S+)(\s+\S.*)?$/i.exec(line) : null;
        if (auth) {
          loggingIn = true;
          add(from, `AUTH ${auth[1]}${auth[2] ? ` ${hidden}` : ''}`);
        } else add(from, loggingIn ? duringLogin(from, line) : line);
      }
    },
    conceal: (forms) => void secrets.push(...forms),
    note: (text) => add('note', text),
    begin() {
      own = [];
    },
    lines() {
      const all = [...opening, ...(own ?? [])];
      if (all.length <= most) return all;
      const head = all.slice(0, mostOfOpening);
      const tail = all.slice(all.length - (most - mostOfOpening - 1));
      const note = { from: 'note', at: tail[0]?.at ?? now(), text: leftOut(all.length - most + 1) } as const;
      return [...head, note, ...tail];
    },
  };
}
