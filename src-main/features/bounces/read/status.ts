import { type ReportAction, reportActions } from '#contract/mail-report.ts';
import { hideSecrets } from '../../../mail/smtp/hide-secrets.ts';
import { type Fields, readBlocks } from './fields.ts';

/** What a report says about one recipient. */
export interface Reported {
  /** The address the mail was sent to, then the one where it ended up. */
  readonly addresses: readonly string[];
  /** Null when neither the action nor the status says. */
  readonly action: ReportAction | null;
  readonly words: string;
  readonly reporter: string | null;
  /** Of the message that the report is about. */
  readonly messageId: string | null;
  /** When the reporting server got that message. */
  readonly arrivedAt: number | null;
}

/** `type; value` (RFC 3464, 2.1.2): the value. */
const typed = (value: string): readonly [string, string] => {
  const at = value.indexOf(';');
  return at < 0 ? ['', value.trim()] : [value.slice(0, at).trim().toLowerCase(), value.slice(at + 1).trim()];
};

/** `\x{E9}` of internationalised reports (RFC 6533, 3). */
const unescaped = (text: string) =>
  text.replace(/\\x\{([\da-f]{1,6})\}/gi, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

function addressOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const [type, address] = typed(value);
  const plain = address.replace(/^<(.*)>$/, '$1').trim();
  return (type === 'utf-8' ? unescaped(plain) : plain) || undefined;
}

/** RFC 3464, 2.3.3; where it is missing, the class of the status (RFC 3463, 2) says it. */
function actionOf(block: Fields): ReportAction | null {
  const said = (block.get('action') ?? '').split(/[\s;(]/)[0]?.toLowerCase();
  const action = reportActions.find((known) => known === said);
  if (action) return action;
  const byClass = { '5': 'failed', '4': 'delayed', '2': 'delivered' } as const;
  const [first] = block.get('status') ?? '';
  return first === '5' || first === '4' || first === '2' ? byClass[first] : null;
}

function wordsOf(block: Fields): string {
  const [, diagnostic] = typed(block.get('diagnostic-code') ?? '');
  return hideSecrets(diagnostic || (block.get('status') ?? ''));
}

/** The first `<…>` of a field; nothing else is a Message-ID. */
export const messageIdOf = (block: Fields): string | null =>
  /<[^<>\s]{1,900}>/.exec(block.get('message-id') ?? '')?.[0] ?? null;

const isRecipient = (block: Fields) => block.has('final-recipient') || block.has('original-recipient');

/**
 * Reads what delivery reports say about each recipient (RFC 3464). The text is the machine-readable part of a report, or a
 * whole report as somebody pasted it, or several: each begins with its *Reporting-MTA*, and the fields of the message that
 * came back follow its recipients. Never throws.
 */
export function readStatus(text: string): readonly Reported[] {
  const found: Reported[] = [];
  let begins = 0;
  let reporter: string | null = null;
  let arrivedAt: number | null = null;
  for (const block of readBlocks(text)) {
    const mta = block.get('reporting-mta');
    if (mta !== undefined) {
      reporter = hideSecrets(typed(mta)[1]).slice(0, 255) || null;
      const arrived = Date.parse(block.get('arrival-date') ?? '');
      arrivedAt = Number.isNaN(arrived) ? null : arrived;
      begins = found.length;
    }
    if (isRecipient(block)) {
      const addresses = [addressOf(block.get('original-recipient')), addressOf(block.get('final-recipient'))];
      found.push({
        addresses: [...new Set(addresses.filter((address) => address !== undefined))],
        action: actionOf(block),
        words: wordsOf(block),
        reporter,
        messageId: null,
        arrivedAt,
      });
      continue;
    }
    const messageId = messageIdOf(block);
    // a Message-ID before the recipients is that of the report itself
    if (messageId === null) continue;
    for (let i = begins; i < found.length; i++) {
      const one = found[i];
      if (one && one.messageId === null) found[i] = { ...one, messageId };
    }
    begins = found.length;
  }
  return found;
}
