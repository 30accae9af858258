import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutputOf } from '#contract/index.ts';
import { longestText } from '#contract/vocabulary/invitations.ts';
import { Checker, checkDelay } from '../../../src-renderer/features/invitations/checker.ts';

type Answer = OutputOf<'invitations.preview'>;
const answer = (text: string): Answer => ({
  entries: [{ line: 1, index: 0, raw: text, start: 0, end: text.length, verdict: 'refused', reason: 'no-at' }],
});

/** A core that answers when the test says so. */
function slowCore() {
  const open: { text: string; answer: () => void; fail: (e: Error) => void }[] = [];
  const asked: string[] = [];
  const checker = new Checker(
    (text) =>
      new Promise<Answer>((resolve, reject) => {
        asked.push(text);
        open.push({ text, answer: () => resolve(answer(text)), fail: reject });
      }),
  );
  const settle = async (how: (call: (typeof open)[number]) => void = (c) => c.answer()) => {
    const next = open.shift();
    if (next) how(next);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { checker, asked, settle, pause: () => vi.advanceTimersByTimeAsync(checkDelay) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('checking while somebody types', () => {
  test('one check runs after a pause, not one for each letter', async () => {
    const { checker, asked, settle, pause } = slowCore();
    for (const text of ['a', 'an', 'ana']) checker.ask(text);
    await pause();
    expect(asked).toEqual(['ana']);
    expect(checker.read().checking).toBe(true);
    await settle();
    expect(checker.read()).toMatchObject({ checking: false, checked: { text: 'ana' } });
  });

  test('at most one check is under way, and of what waits only the latest text is checked', async () => {
    const { checker, asked, settle, pause } = slowCore();
    checker.ask('one');
    await pause();
    checker.ask('two');
    await pause();
    checker.ask('three');
    await pause();
    expect(asked).toEqual(['one']);
    await settle();
    expect(checker.read()).toMatchObject({ checking: true, checked: { text: 'one' } });
    await pause();
    expect(asked).toEqual(['one', 'three']);
    await settle();
    expect(checker.read()).toMatchObject({ checking: false, checked: { text: 'three' } });
  });

  test('what changes while a check is under way is checked once more, and sending waits for it', async () => {
    const { checker, asked, settle, pause } = slowCore();
    checker.ask('ana');
    await pause();
    checker.again();
    expect(asked).toEqual(['ana']);
    const latest = checker.latest();
    await settle();
    expect(asked).toEqual(['ana', 'ana']);
    expect(checker.read().checking).toBe(true);
    let sent = false;
    void latest.then(() => {
      sent = true;
    });
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toBe(false);
    await settle();
    expect((await latest).text).toBe('ana');
    expect(checker.read().checking).toBe(false);
    expect(asked).toEqual(['ana', 'ana']);
  });

  test('sending waits for the verdicts on the latest text', async () => {
    const { checker, settle, pause } = slowCore();
    checker.ask('old');
    await pause();
    checker.ask('new');
    const latest = checker.latest();
    await settle();
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect((await latest).text).toBe('new');
    expect((await checker.latest()).text).toBe('new');
  });

  test('an emptied box is empty at once, even if an old answer comes late', async () => {
    const { checker, settle, pause } = slowCore();
    checker.ask('ana');
    await pause();
    checker.ask('');
    await settle();
    expect(checker.read()).toMatchObject({ checking: false, checked: { text: '', entries: [] } });
  });

  test('a text beyond the limit is not sent to the core', async () => {
    const { checker, asked, pause } = slowCore();
    checker.ask('x'.repeat(longestText + 1));
    await pause();
    expect(asked).toEqual([]);
    expect(checker.read().tooLong).toBe(true);
    checker.ask('x');
    expect(checker.read().tooLong).toBe(false);
  });

  test('a failed check says so, keeps the earlier verdicts, and the next one mends it', async () => {
    const { checker, settle, pause } = slowCore();
    checker.ask('one');
    await pause();
    await settle();
    checker.ask('two');
    const latest = checker.latest();
    const failed = expect(latest).rejects.toThrow('gone');
    await settle((c) => c.fail(new Error('gone')));
    await failed;
    expect(checker.read()).toMatchObject({ checking: false, error: new Error('gone'), checked: { text: 'one' } });
    checker.ask('three');
    await pause();
    await settle();
    expect(checker.read()).toMatchObject({ error: null, checked: { text: 'three' } });
  });

  test('a change of members checks the same text again without showing that it does', async () => {
    const { checker, asked, settle, pause } = slowCore();
    checker.ask('one');
    await pause();
    await settle();
    checker.again();
    expect(checker.read().checking).toBe(false);
    expect(asked).toEqual(['one', 'one']);
  });

  test('the changes that a batch itself makes lead to one check, when it is over', async () => {
    const { checker, asked, settle, pause } = slowCore();
    checker.ask('one');
    await pause();
    await settle();
    checker.hold(true);
    checker.again();
    checker.again();
    expect(asked).toEqual(['one']);
    checker.hold(false);
    expect(asked).toEqual(['one', 'one']);
  });
});
