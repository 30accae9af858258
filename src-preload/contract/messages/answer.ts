import { en } from './en/index.ts';
import type { Messages } from './index.ts';

/**
 * What a mail server answered, as shown to people. The server's own words stay as they are. Where no server said anything,
 * the workspace stores an English sentence, which identifies the meaning and is shown in the reader's language.
 */
export function wordAnswer(messages: Messages, kept: string): string {
  if (messages === en) return kept;
  const ended = en.outbox.answers.linkEnded(null);
  if (kept.startsWith(ended)) {
    const last = kept.slice(en.outbox.answers.linkEnded('').length);
    return messages.outbox.answers.linkEnded(last === '' ? null : wordAnswer(messages, last));
  }
  return sentences(messages).get(kept) ?? kept;
}

/** Gatehouse's own line in a conversation with a mail server. */
export function wordNote({ outbox: { spoken } }: Messages, kept: string): string {
  const { connecting, body, leftOut } = patterns;
  const [, host, port] = connecting.exec(kept) ?? [];
  if (host !== undefined) return spoken.connecting(host, Number(port));
  const [, bytes] = body.exec(kept) ?? [];
  if (bytes !== undefined) return spoken.body(plainNumber(bytes));
  const [, lines] = leftOut.exec(kept) ?? [];
  return lines === undefined ? kept : spoken.leftOut(plainNumber(lines));
}

/** As the English catalogue has them; a test keeps the two in step. */
const patterns = {
  connecting: /^Connecting to (.*), port (\d+)$/,
  body: /^The message, ([\d,]+) bytes?, is left out here\.$/,
  leftOut: /^([\d,]+) lines? (?:is|are) left out here\.$/,
};
const plainNumber = (text: string) => Number(text.replaceAll(',', ''));

const made = new Map<Messages, ReadonlyMap<string, string>>();
/** English sentences and their translations; stored sentences have the network's code before them. */
function sentences(messages: Messages): ReadonlyMap<string, string> {
  const known = made.get(messages);
  if (known) return known;
  const pairs = (of: Messages): readonly string[] => {
    const { answers } = of.outbox;
    const { token } = of.mail;
    return [
      answers.noStartTls,
      answers.interrupted,
      answers.badAddress,
      answers.keyChanged,
      token.keyChanged,
      token.refused,
      ...Object.values(token.reasons),
      ...Object.entries(answers.codes).map(([code, words]) => `${code} ${words}`),
    ];
  };
  const theirs = pairs(messages);
  const map = new Map(pairs(en).map((sentence, i) => [sentence, theirs[i] ?? sentence]));
  made.set(messages, map);
  return map;
}
