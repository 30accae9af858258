import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { feedText, sha512Of } from '../../../support/update-feed.ts';
import { house } from './house.ts';

const name = 'gatehouse_0.2.0_linux-x86_64.AppImage';
const content = Buffer.alloc(300_000, 'the new one ');
const newer = { version: '0.2.0', name, content };

describe('downloading an update', () => {
  it('happens only when it is asked for; what is then here is what was announced, and may run', async () => {
    await using h = await house();
    h.feed.release(newer);
    await h.updates.look();
    expect(h.feed.asked).toHaveLength(2);
    expect(await h.updates.download()).toMatchObject({ at: 'ready', trouble: null });
    const file = path.join(h.pending, name);
    expect(sha512Of(readFileSync(file))).toBe(sha512Of(content));
    expect(statSync(file).mode & 0o111).toBe(0o111);
    // nothing is installed, and nobody is sent away, until somebody says so
    expect([h.kept.left, readFileSync(h.appImage, 'utf8')]).toEqual([0, 'the old one']);
  });

  it('keeps nothing of a file that is not what the signed feed announced', async () => {
    await using h = await house();
    h.feed.release(newer);
    h.feed.files.set(name, Buffer.alloc(content.length, 'another one '));
    await h.updates.look();
    expect(await h.updates.download()).toMatchObject({ at: 'found', trouble: { code: 'checksum' } });
    expect(readdirSync(h.pending)).toEqual([]);
    // and gets the right one at the next try
    h.feed.files.set(name, content);
    expect(await h.updates.download()).toMatchObject({ at: 'ready' });
  });

  it('says that the file is missing, or that the disk has no room for what was announced', async () => {
    await using h = await house();
    h.feed.release(newer);
    h.feed.files.delete(name);
    await h.updates.look();
    expect(await h.updates.download()).toMatchObject({ at: 'found', trouble: { code: 'not-found', detail: '404' } });

    const huge = JSON.parse(feedText(newer));
    huge.files[0].size = Number.MAX_SAFE_INTEGER;
    h.feed.put(JSON.stringify(huge));
    await h.updates.look();
    const asked = h.feed.asked.length;
    expect(await h.updates.download()).toMatchObject({ at: 'found', trouble: { code: 'no-room' } });
    expect(h.feed.asked).toHaveLength(asked);
  });

  it('takes no file that is for another system', async () => {
    await using h = await house();
    h.feed.release({ ...newer, name: 'gatehouse_0.2.0_mac-universal.zip' });
    await h.updates.look();
    expect(await h.updates.download()).toMatchObject({ at: 'found', trouble: { code: 'unreadable' } });
    expect(h.feed.asked).toHaveLength(2);
  });

  it('can be cancelled, and leaves nothing behind', async () => {
    await using h = await house();
    h.feed.release(newer);
    let begun = () => {};
    const begin = new Promise<void>((resolve) => {
      begun = resolve;
    });
    h.feed.answers.set(name, (response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 100_000), begun);
    });
    await h.updates.look();
    const download = h.updates.download();
    await begin;
    h.updates.cancel();
    expect(await download).toMatchObject({ at: 'found', received: 0, trouble: null });
    expect(readdirSync(h.pending)).toEqual([]);
  });

  it('does not fetch again what is already here', async () => {
    await using first = await house();
    first.feed.release(newer);
    await first.updates.look();
    await first.updates.download();
    const fetched = () => first.feed.asked.filter(({ path: asked }) => asked === name).length;
    expect(fetched()).toBe(1);
    expect(await first.updates.look()).toMatchObject({ at: 'ready' });
    expect(fetched()).toBe(1);
  });

  it('leads to an installation only once the file is here and somebody says so', async () => {
    await using h = await house();
    h.feed.release(newer);
    await h.updates.install();
    await h.updates.look();
    await h.updates.install();
    expect(h.kept.left).toBe(0);
    await h.updates.download();
    expect(await h.updates.install()).toMatchObject({ at: 'leaving' });
    expect(h.kept.left).toBe(1);
  });
});
