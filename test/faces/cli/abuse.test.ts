import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gatehouse } from '../../support/cli.ts';
import { freshWorkspace, owner, temporaryFolder } from '../../support/workspace.ts';

const creation = JSON.stringify({ name: 'Example Logistics', owner });

test('two simultaneous first calls in an empty folder make one workspace with one key, and both are answered', async () => {
  const folder = temporaryFolder();
  const create = (name: string) =>
    gatehouse(['call', 'organizations.create', JSON.stringify({ name, owner }), '--workspace', folder]);
  const both = await Promise.all([create('First'), create('Second')]);
  expect(both.map((r) => [r.code, r.stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(readdirSync(folder).sort()).toEqual(['audit-ends.json', 'gatehouse.sqlite', 'workspace.key']);
  const { organizations } = (await gatehouse(['call', 'organizations.list', '--workspace', folder])).json;
  expect(organizations.map((o: { name: string }) => o.name)).toEqual(expect.arrayContaining(['First', 'Second']));
});

test('a file given as the workspace is refused as such and left as it is', async () => {
  const file = path.join(temporaryFolder(), 'notes.txt');
  writeFileSync(file, 'kept');
  for (const folder of [file, path.join(file, 'below')]) {
    const made = await gatehouse(['call', 'organizations.create', creation, '--workspace', folder]);
    expect(made).toMatchObject({ code: 1, stderr: '' });
    expect(made.json).toEqual({
      code: 'file-unreadable',
      message: `${folder} cannot be used: a file stands where a folder should be.`,
    });
  }
  expect(readFileSync(file, 'utf8')).toBe('kept');
});

test('fifty megabytes are read and refused with the path to what is too long', async () => {
  const { core } = await freshWorkspace();
  const at = ['--workspace', core.folder];
  const text = JSON.stringify({ organizationId: 1, text: 'ana@example.org '.repeat(3_200_000) });
  const refused = await gatehouse(['call', 'invitations.preview', '-', ...at], text);
  expect(refused).toMatchObject({ code: 1, stderr: '' });
  expect(refused.json).toMatchObject({ code: 'invalid-input', issues: [{ path: ['text'], code: 'too-long' }] });
  const deep = await gatehouse(['call', 'invitations.preview', '-', ...at], '['.repeat(5_000_000));
  expect(deep.json).toMatchObject({ code: 'not-json' });
  expect(deep.stdout.length).toBeLessThan(500);
}, 30_000);

test('names that every object has are neither operations nor commands, and `__proto__` is a key like any unknown one', async () => {
  const { core } = await freshWorkspace();
  const at = ['--workspace', core.folder];
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect((await gatehouse(['call', name, '{}', ...at])).json).toMatchObject({ code: 'unknown-operation' });
  expect(await gatehouse(['constructor'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('“constructor”'),
  });
  const input = '{"organizationId":1,"__proto__":{"organizationId":2}}';
  expect((await gatehouse(['call', 'users.list', input, ...at])).json).toMatchObject({
    code: 'invalid-input',
    issues: [{ path: [], code: 'unrecognized-keys' }],
  });
});
