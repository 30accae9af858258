import { describe, expect, it, test } from 'vitest';
import { wordAnswer, wordNote } from '#contract/messages/answer.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { allLanguages, languageOf, ownNameOf } from '#contract/messages/languages.ts';
import { factsFor, leavesOf, marksIn, saidBy } from '../support/catalogue.ts';

const en = messagesIn('en');
const inEnglish = new Map(leavesOf(en));
const others = allLanguages.filter((language) => language !== 'en');

/** Identical in German: names, and words that both languages share. */
const sameInGerman = new Set([
  ...['Gatehouse', 'Electron', 'Version', 'Portal', 'Google', 'Microsoft 365', 'OAuth 2', 'STARTTLS', 'TLS'],
  ...['KWallet', 'KWallet 5', 'KWallet 6'],
  ...['UTF-8', 'UTF-16', 'Windows-1252', 'CSV', 'Excel (XLSX)', 'Alt', 'Esc', '⌘', '↑', '↓', '←', '→', '–', ' · ', '1'],
  ...[
    'Status',
    'Name',
    'Team',
    'Teams',
    'Format',
    'Server',
    'Host',
    'Port',
    'Link',
    'Domains',
    'Start',
    'Text',
    'Passphrase',
    'Logo',
    'name@partner.example',
    '', // nothing more to say about a command
    ...['NAME', 'TEXT', 'OPTION', 'N', 'URL', 'JSON'], // placeholders for values in a command
  ],
]);
/** Example names, and what is to be typed, are the same in every language. */
const samples = /^wording\.(?:example\.|placeholders\.[\w-]+\.example$)|^bounces\.import\.placeholder$/;
/** Functions that only put facts side by side. */
const wordless =
  /^(?:common\.more|audit\.list\.filters\.range|backups\.size|cli\.version|cli\.serve\.portal|views\.filters\.(?:one|several)|overview\.items\.(?:names|answer)|users\.actions\.reinviteThis|roles\.matrix\.box|invitations\.reason|errors\.table\.usage|user\.activity\.words|portal\.questions|mail\.letters\.below\.contact|mail\.letters\.values\.(?:guest|guestName|counts)|bounces\.import\.(?:file|facts)|wording\.(?:test\.subject|look\.facts)|mail\.settings\.code|desktop\.terminal\.portalAt|desktop\.time\.(?:minutes|hours)|mail\.token\.reasons|format\..*)$/;
const leftovers =
  /(?<![\p{L}-])(?:the|and|of|with|is|are|not|this|your|you|to|for|from|by|has|have|nobody|user|users|guest|guests|invite|invited|pending|outbox|settings|queue|password|mails|everybody|nothing|role|choose)(?![\p{L}-])/iu;
/** What is typed at a prompt, or is a technical name. */
const quoted =
  /“gatehouse[^”]*”|„gatehouse[^“]*“|gatehouse (?:operations|call|serve)\b|jobs\.get|organizations\.create|GATEHOUSE_[A-Z_]+|„organizations“|--[a-z-]+|\{[a-z-]+\}/g;

describe.each(others)('the catalogue in %s', (language) => {
  const theirs = messagesIn(language);
  const leaves = leavesOf(theirs);

  it('has exactly the keys of the English one, and functions with as many parameters', () => {
    const shape = (all: Iterable<[string, unknown]>) =>
      [...all].map(([path, leaf]) => `${path} ${typeof leaf === 'function' ? leaf.length : typeof leaf}`).sort();
    expect(shape(leaves)).toEqual(shape(inEnglish));
  });

  it('repeats no English text except names and words that both languages share', () => {
    const same = leaves.filter(([path, leaf]) => typeof leaf === 'string' && leaf === inEnglish.get(path));
    expect(
      same.filter(
        ([path, leaf]) => !sameInGerman.has(String(leaf)) && !path.startsWith('format.') && !samples.test(path),
      ),
    ).toEqual([]);
  });

  it('mentions every fact that the English one mentions', () => {
    const unsaid = leaves.flatMap(([path, leaf]) => {
      const english = inEnglish.get(path);
      if (typeof leaf !== 'function' || path.startsWith('format.')) return [];
      const given = factsFor(english);
      if (!given) return [`${path}: no facts fit`];
      const said = saidBy(leaf, given);
      const expected = marksIn(saidBy(english, given) ?? '', given);
      const missing = said === undefined ? ['all'] : expected.filter((mark) => !said.includes(mark));
      return missing.length > 0 ? [`${path}: ${missing.join(', ')} in ${said}`] : [];
    });
    expect(unsaid).toEqual([]);
  });

  it('shows the counts 0, 1, 2 and 1,234 wherever English does, in its own number format', () => {
    const wrong = leaves.flatMap(([path, leaf]) => {
      const english = inEnglish.get(path);
      if (typeof leaf !== 'function' || typeof english !== 'function' || path.startsWith('format.')) return [];
      return [0, 1, 2, 1234].flatMap((n) => {
        const given = Array.from({ length: english.length }, () => n);
        const [ours, said] = [saidBy(english, given), saidBy(leaf, given)];
        if (ours === undefined || /^(?:desktop\.time|.*[Ll]ine|.*[Rr]ow)/.test(path)) return [];
        const figure = n === 1234 ? theirs.format.number(n) : String(n);
        const shown = n === 1234 ? ours.includes('1,234') : new RegExp(`\\b${n}\\b`).test(ours);
        return shown && !said?.includes(figure) ? [`${path}(${n}): ${said}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has no English left, neither in texts nor in what functions return', () => {
    const texts = leaves.flatMap(([path, leaf]): [string, string][] => {
      if (path.startsWith('format.')) return [];
      if (typeof leaf === 'string') return [[path, leaf]];
      const given = factsFor(inEnglish.get(path)) ?? [];
      return [[path, saidBy(leaf, given)?.replace(/Xq\d(?:[ab]|\.\w+)?/g, '') ?? '']];
    });
    const english = texts.filter(([, text]) => leftovers.test(text.replace(quoted, '')));
    expect(english).toEqual([]);
    const functions = leaves.filter(([path, leaf]) => {
      const english = inEnglish.get(path);
      const given = factsFor(english);
      return given && !wordless.test(path) && saidBy(leaf, given) === saidBy(english, given);
    });
    expect(functions).toEqual([]);
  });
});

it('German has German quotation marks and apostrophes', () => {
  const wrong = leavesOf(messagesIn('de')).filter(([path, leaf]) => {
    const text = typeof leaf === 'string' ? leaf : (saidBy(leaf, factsFor(inEnglish.get(path)) ?? []) ?? '');
    return text.includes('”') || text.split('„').length !== text.split('“').length || /\w'\w/.test(text);
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['de-AT', 'de'],
  ['de_DE.UTF-8', 'de'],
  ['DE', 'de'],
  ['en-GB', 'en'],
  ['C.UTF-8', undefined],
  ['', undefined],
  ['deu', undefined],
  ['constructor', undefined],
])('the tag %s names the language %s', (tag, language) => expect(languageOf(tag)).toBe(language));

it('offers each language by its own name', () => {
  expect(allLanguages.map(ownNameOf)).toEqual(['English', 'Deutsch']);
});

describe('what a mail server answered', () => {
  const de = messagesIn('de');
  const { answers, spoken } = en.outbox;

  it('stays as received where the words are the server’s', () => {
    for (const kept of ['550 5.1.1 No such user here', 'ECONNREFUSED something else'])
      expect([wordAnswer(en, kept), wordAnswer(de, kept)]).toEqual([kept, kept]);
  });

  it('is put in the reader’s language where the words are Gatehouse’s', () => {
    for (const [code, words] of Object.entries(answers.codes)) {
      expect(wordAnswer(en, `${code} ${words}`)).toBe(`${code} ${words}`);
      expect(wordAnswer(de, `${code} ${words}`)).toBe(
        `${code} ${de.outbox.answers.codes[code as keyof typeof answers.codes]}`,
      );
    }
    expect(wordAnswer(de, answers.interrupted)).toBe(de.outbox.answers.interrupted);
    expect(wordAnswer(de, answers.linkEnded(null))).toBe(de.outbox.answers.linkEnded(null));
    const last = `ETIMEDOUT ${answers.codes.ETIMEDOUT}`;
    expect(wordAnswer(de, answers.linkEnded(last))).toBe(de.outbox.answers.linkEnded(wordAnswer(de, last)));
    expect(wordAnswer(de, answers.linkEnded('450 busy'))).toBe(de.outbox.answers.linkEnded('450 busy'));
  });

  it('has notes in the reader’s language between the lines of the conversation', () => {
    expect(wordNote(de, spoken.connecting('smtp.example.com', 587))).toBe(
      de.outbox.spoken.connecting('smtp.example.com', 587),
    );
    for (const n of [1, 2, 12345]) {
      expect(wordNote(de, spoken.body(n))).toBe(de.outbox.spoken.body(n));
      expect(wordNote(de, spoken.leftOut(n))).toBe(de.outbox.spoken.leftOut(n));
      expect(wordNote(en, spoken.body(n))).toBe(spoken.body(n));
    }
    expect(wordNote(de, 'anything else')).toBe('anything else');
  });
});
