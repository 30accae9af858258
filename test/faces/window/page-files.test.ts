import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePageFiles } from '../../../src-main/faces/window/page-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-page-'));
const serve = servePageFiles(path.join(folder, 'renderer'));
const ask = (url: string, method = 'GET') => serve({ method, url } as Request);

beforeAll(() => {
  mkdirSync(path.join(folder, 'renderer', 'assets'), { recursive: true });
  mkdirSync(path.join(folder, 'renderer-too'));
  writeFileSync(path.join(folder, 'secret.js'), 'not for the page');
  writeFileSync(path.join(folder, 'renderer-too', 'secret.js'), 'not for the page');
  writeFileSync(path.join(folder, 'renderer', 'index.html'), '<meta nonce="nonce-of-this-answer"><b>page</b>');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'a.js'), 'let a = "nonce-of-this-answer";');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'a.css'), 'b {}');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'a.js.map'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the files of the page', () => {
  it('are served with their type, and browsers may not guess another', async () => {
    const answers = await Promise.all(['/', '/assets/a.js', '/assets/a.css'].map((at) => ask(`app://gatehouse${at}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'text/css; charset=utf-8',
    ]);
    for (const { headers } of answers) expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('carry a policy without any unsafe script, with a nonce that no other answer has', async () => {
    const [one, other] = [await ask('app://gatehouse/'), await ask('app://gatehouse/index.html#/users?view=all')];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    const nonce = /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1] ?? 'none';
    expect(await one.text()).toBe(`<meta nonce="${nonce}"><b>page</b>`);
    expect(other.headers.get('content-security-policy')).not.toBe(policy);
    expect(await (await ask('app://gatehouse/assets/a.js')).text()).toContain('nonce-of-this-answer');
  });

  it.each([
    'app://gatehouse/secret.js',
    'app://gatehouse/../secret.js',
    'app://gatehouse/..%2fsecret.js',
    'app://gatehouse/%2e%2e/secret.js',
    'app://gatehouse/%2e%2e%2fsecret.js',
    'app://gatehouse/assets/..%2f..%2fsecret.js',
    'app://gatehouse/..%5csecret.js',
    'app://gatehouse/%252e%252e%252fsecret.js',
    'app://gatehouse/..%2frenderer-too%2fsecret.js',
    'app://gatehouse//etc/hosts.js',
    'app://gatehouse/%2fetc%2fhosts.js',
    'app://gatehouse/assets/a.js%00.html',
    'app://gatehouse/assets/a.js%',
    'app://gatehouse/C:%5csecret.js',
    'app://gatehouse/assets/a.js.map',
    'app://gatehouse/assets/',
    'app://gatehouse/assets/missing.js',
    'app://other/assets/a.js',
    'app://gatehouse.other/assets/a.js',
    'app://gatehouse:1/assets/a.js',
    'app://name@gatehouse/assets/a.js',
    'file:///etc/hosts.js',
    'https://gatehouse/assets/a.js',
    'nothing',
  ])('are all that is served: %s is not there', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('can only be read: %s finds nothing', async (method) => {
    expect((await ask('app://gatehouse/assets/a.js', method)).status).toBe(404);
  });
});
