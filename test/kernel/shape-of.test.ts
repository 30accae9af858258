import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { wordIssue } from '#contract/messages/word.ts';
import { parse } from '../../src-main/kernel/parse.ts';

const shape = z.strictObject({
  name: z.string().min(2).max(10),
  count: z.int().min(1).max(5),
  kind: z.enum(['user', 'guest']),
  list: z.array(z.string()).max(1),
  id: z.uuid(),
  mail: z.string().refine(() => true, 'too-long'),
});
const good = {
  ...{ name: 'Ana', count: 3, kind: 'user', list: [], mail: 'a' },
  id: '00000000-0000-4000-8000-000000000000',
};

/** What is said about the field that does not fit. */
function said(wrong: object, language: string): readonly string[] {
  try {
    parse(shape, { ...good, ...wrong }, 'invalid-input', 'test');
  } catch (error) {
    if (!(error instanceof GatehouseError)) throw error;
    return error.issues.map((issue) => wordIssue(messagesIn(language), issue));
  }
  return [];
}

describe('a value of another shape', () => {
  it.each([
    [{ name: 7 }, 'Give text here.', 'Hier wird ein Text gebraucht.'],
    [{ count: 1.5 }, 'Give a whole number here.', 'Hier wird eine ganze Zahl gebraucht.'],
    [{ list: 'x' }, 'Give a list here.', 'Hier wird eine Liste gebraucht.'],
    [{ name: 'A' }, 'At least 2 characters.', 'Mindestens 2 Zeichen.'],
    [{ name: 'A'.repeat(11) }, 'At most 10 characters.', 'Höchstens 10 Zeichen.'],
    [{ count: 0 }, 'At least 1.', 'Mindestens 1.'],
    [{ count: 6 }, 'At most 5.', 'Höchstens 5.'],
    [{ list: ['a', 'b'] }, 'At most 1 entry.', 'Höchstens 1 Eintrag.'],
    [{ kind: 'admin' }, 'One of: user, guest.', 'Eines von: user, guest.'],
    [{ more: 1, still: 2 }, 'Not known here: more, still.', 'Hier nicht bekannt: more, still.'],
    [
      { id: 'x' },
      'This does not have the form that is needed here.',
      'Dies ist nicht so geschrieben, wie es sein muss.',
    ],
  ])('is answered with what it should be, in both languages: %j', (wrong, en, de) => {
    expect(said(wrong, 'en')).toEqual([en]);
    expect(said(wrong, 'de')).toEqual([de]);
  });

  it('is not quoted in the answer', () => {
    expect(said({ name: `secret ${'x'.repeat(20)}` }, 'en').join()).not.toContain('secret');
  });
});
