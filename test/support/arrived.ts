import PostalMime, { type Email } from 'postal-mime';
import type { Sink } from './smtp-sink.ts';

/** A message as a test's server received it. */
export interface Arrived {
  /** Names of the header fields in lower case, in order, read from the bytes. */
  readonly fields: readonly string[];
  readonly mail: Email;
  readonly html: string;
  /** Names of the tags in the HTML, each once. */
  readonly tags: ReadonlySet<string>;
  /** The values of attributes that lead somewhere. */
  readonly targets: readonly string[];
  /** Names of all attributes in the HTML, each once. */
  readonly attributes: ReadonlySet<string>;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

/** What arrived, message by message. */
export function readArrived(sink: Sink): Promise<Arrived[]> {
  return Promise.all(
    sink.messages.map(async ({ raw, from, to }) => {
      const [head = ''] = raw.toString('latin1').split('\r\n\r\n', 1);
      const mail = await PostalMime.parse(raw);
      const html = mail.html ?? '';
      const inTags = [...html.matchAll(/<[a-z][^<>]*>/gi)].map(([tag]) => tag);
      const named = inTags.flatMap((tag) => [...tag.matchAll(/\s([a-z-]+)="([^"]*)"/gi)]);
      return {
        fields: head.split('\r\n').flatMap((line) => /^([^\s:]+):/.exec(line)?.[1]?.toLowerCase() ?? []),
        mail,
        html,
        tags: new Set([...html.matchAll(/<\/?([a-z]+)/gi)].map(([, tag = '']) => tag.toLowerCase())),
        targets: named
          .filter(([, name = '']) => /^(href|src|action|background)$/i.test(name))
          .map(([, , to = '']) => to),
        attributes: new Set(named.map(([, name = '']) => name.toLowerCase())),
        envelope: { from, to },
      };
    }),
  );
}
