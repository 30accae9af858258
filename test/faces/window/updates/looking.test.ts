import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { feedText, startFeed } from '../../../support/update-feed.ts';
import { house } from './house.ts';

const name = 'gatehouse_0.2.0_linux-x86_64.AppImage';
const content = Buffer.from('the new one');
const newer = { version: '0.2.0', name, content, notes: 'Faster.' };

describe('looking for updates', () => {
  it('asks nobody until somebody looks or has switched it on', async () => {
    await using h = await house();
    h.feed.release(newer);
    await h.updates.lookWhenDue();
    expect(h.updates.state()).toMatchObject({ at: 'rest', lookedAt: null, offer: null });
    expect(h.feed.asked).toEqual([]);
  });

  it('asks nobody and breaks nothing when it cannot be read whether somebody has', async () => {
    await using h = await house();
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    Object.defineProperty(h.kept, 'wanted', {
      get() {
        throw new Error('preferences.json is a folder');
      },
    });
    await h.updates.lookWhenDue();
    expect(told).toHaveBeenCalledWith(expect.any(String), 'preferences.json is a folder');
    expect(h.feed.asked).toEqual([]);
  });

  it('finds a newer version by asking for feed and signature, and tells the server nothing about this computer', async () => {
    await using h = await house();
    h.feed.release(newer);
    expect(await h.updates.look()).toMatchObject({
      at: 'found',
      lookedAt: h.kept.now,
      offer: { version: '0.2.0', bytes: content.length, notes: 'Faster.', releasedAt: Date.UTC(2026, 10, 20, 9) },
    });
    expect(h.feed.asked.map(({ path: asked }) => asked)).toEqual([h.feed.feedName, `${h.feed.feedName}.sig`]);
    for (const { headers } of h.feed.asked) {
      expect(headers['user-agent']).toBe('Gatehouse');
      expect(Object.keys(headers).filter((header) => /staging|cookie|auth|^x-/.test(header))).toEqual([]);
    }
    expect(existsSync(path.join(h.folder, 'profile', '.updaterId'))).toBe(false);
  });

  it.each(['0.1.0', '0.0.9'])('offers nothing where the feed names %s, which is not newer', async (version) => {
    await using h = await house();
    h.feed.release({ ...newer, version });
    expect(await h.updates.look()).toMatchObject({ at: 'rest', offer: null, trouble: null, lookedAt: h.kept.now });
  });

  it('offers nothing from an old feed that is replayed, even if it is newer than what runs', async () => {
    await using h = await house();
    h.feed.release({ ...newer, version: '0.3.0' });
    await h.updates.look();
    h.feed.release(newer);
    expect(await h.updates.look()).toMatchObject({
      at: 'rest',
      offer: null,
      trouble: { code: 'replayed', detail: '0.2.0 < 0.3.0' },
    });
    expect(h.kept.memory.newest).toBe('0.3.0');
  });

  it('believes no feed that was changed, is signed by another key, or is not signed', async () => {
    await using h = await house();
    const unsigned = { at: 'rest', offer: null, lookedAt: null, trouble: { code: 'unsigned' } };
    h.feed.release(newer);
    h.feed.files.set(h.feed.feedName, Buffer.from(feedText({ ...newer, version: '0.2.1' })));
    expect(await h.updates.look()).toMatchObject(unsigned);

    const other = await startFeed();
    other.release(newer);
    for (const file of [h.feed.feedName, `${h.feed.feedName}.sig`])
      h.feed.files.set(file, other.files.get(file) ?? Buffer.alloc(0));
    await other.close();
    expect(await h.updates.look()).toMatchObject(unsigned);

    h.feed.release(newer);
    h.feed.files.delete(`${h.feed.feedName}.sig`);
    expect(await h.updates.look()).toMatchObject(unsigned);
    for (const text of ['', 'AAAA', 'not base64 at all', 'A'.repeat(88)]) {
      h.feed.files.set(`${h.feed.feedName}.sig`, Buffer.from(text));
      expect(await h.updates.look()).toMatchObject(unsigned);
    }
  });

  it.each([
    ['no feed', 'hello'],
    ['an invalid version', feedText({ ...newer, version: 'newest' })],
    ['a pre-release', feedText({ ...newer, version: '0.2.0-beta.1' })],
    ['a file on another server', feedText({ ...newer, name: 'https://example.com/gatehouse.AppImage' })],
    ['a file in the folder above', feedText({ ...newer, name: '../gatehouse.AppImage' })],
    ['no files', JSON.stringify({ version: '0.2.0', files: [] })],
  ])('uses nothing of a signed text with %s', async (_what, text) => {
    await using h = await house();
    h.feed.put(text);
    expect(await h.updates.look()).toMatchObject({ at: 'rest', offer: null, trouble: { code: 'unreadable' } });
  });

  it('reads no more than a feed can have', async () => {
    await using h = await house();
    h.feed.answers.set(h.feed.feedName, (response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await h.updates.look()).toMatchObject({ trouble: { code: 'unreadable' } });
  });

  it('says what went wrong: nothing there, a server error, a redirect, no answer', async () => {
    await using h = await house();
    const trouble = async () => (await h.updates.look()).trouble;
    expect(await trouble()).toEqual({ code: 'not-found', detail: '404' });
    h.feed.answers.set(h.feed.feedName, (response) => void response.writeHead(503).end());
    expect(await trouble()).toEqual({ code: 'answer', detail: '503' });
    h.feed.answers.set(
      h.feed.feedName,
      (response) => void response.writeHead(302, { location: `${h.feed.address}elsewhere.yml` }).end(),
    );
    expect(await trouble()).toMatchObject({ code: 'elsewhere' });
    await h.feed.close();
    expect(await trouble()).toMatchObject({ code: 'offline' });
    expect(h.feed.asked.map(({ path: asked }) => asked)).not.toContain('elsewhere.yml');
  });
});

describe('looking by itself', () => {
  it('happens once a day, again at the next check after a failure, and announces a version once', async () => {
    await using h = await house();
    h.kept.wanted = true;
    const looks = () => h.feed.asked.filter(({ path: asked }) => asked === h.feed.feedName).length;
    await h.updates.lookWhenDue();
    expect([looks(), h.updates.state().trouble?.code]).toEqual([1, 'not-found']);

    h.feed.release({ ...newer, version: '0.1.0' });
    await h.updates.lookWhenDue();
    expect([looks(), h.updates.state().trouble]).toEqual([2, null]);
    h.kept.now += 23 * 60 * 60_000;
    await h.updates.lookWhenDue();
    expect(looks()).toBe(2);

    h.feed.release(newer);
    h.kept.now += 60 * 60_000;
    await h.updates.lookWhenDue();
    expect([looks(), h.found]).toEqual([3, ['0.2.0']]);
    h.kept.now += 24 * 60 * 60_000;
    await h.updates.lookWhenDue();
    expect(h.found).toEqual(['0.2.0']);
  });

  it('is not put off for years by a clock that was ahead', async () => {
    await using h = await house({ memory: { lookedAt: Date.UTC(2031, 0, 1) } });
    h.kept.wanted = true;
    h.feed.release(newer);
    await h.updates.lookWhenDue();
    expect(h.found).toEqual(['0.2.0']);
  });
});

describe('what was found', () => {
  it('is known after a restart without asking again, and forgotten once it runs', async () => {
    const feed = await startFeed();
    feed.release(newer);
    await using first = await house({ feed });
    const { offer } = await first.updates.look();
    const asked = feed.asked.length;

    await using again = await house({ feed, memory: first.kept.memory });
    again.kept.wanted = true;
    await again.updates.lookWhenDue();
    expect(again.updates.state()).toMatchObject({ at: 'found', offer });
    expect([feed.asked.length, again.found]).toEqual([asked, []]);
    // fetching it asks the feed once more
    expect(await again.updates.download()).toMatchObject({ at: 'ready' });

    await using updated = await house({ feed, version: '0.2.0', memory: first.kept.memory });
    expect(updated.updates.state()).toMatchObject({ at: 'rest', offer: null, lookedAt: first.kept.now });
  });

  it('stays offered while the feed is out of reach, but not once it can no longer be believed', async () => {
    await using h = await house();
    h.feed.release(newer);
    await h.updates.look();
    h.feed.answers.set(h.feed.feedName, (response) => void response.writeHead(503).end());
    expect(await h.updates.look()).toMatchObject({ at: 'found', trouble: { code: 'answer' } });
    h.feed.answers.clear();
    h.feed.files.delete(`${h.feed.feedName}.sig`);
    expect(await h.updates.look()).toMatchObject({ at: 'rest', offer: null, trouble: { code: 'unsigned' } });
  });
});
