import { expect, test } from 'vitest';
import { contract } from '#contract/index.ts';
import { gatehouse } from '../../support/cli.ts';

test('the operations are listed by name with their kind and a sentence', async () => {
  const { code, stdout } = await gatehouse(['operations']);
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(Object.keys(contract));
  expect(stdout).toMatch(/^users\.list +query +Lists users a page at a time/m);
});

test('programs get every operation with the JSON Schema of its input and output', async () => {
  const { json } = await gatehouse(['operations', '--json']);
  expect(json).toHaveLength(Object.keys(contract).length);
  for (const operation of json) expect(operation.input).toMatchObject({ type: 'object' });
  const send = json.find((o: { name: string }) => o.name === 'invitations.send');
  expect(send.input).toMatchObject({ required: ['organizationId', 'entries'], additionalProperties: false });
});

test('an e-mail address is published with its format', async () => {
  const { json } = await gatehouse(['operations', 'mail.save', '--json']);
  expect(json.input.properties.sender).toMatchObject({ type: 'string', format: 'email' });
});

test('one operation is shown with its schemas, an unknown one is refused', async () => {
  const { stdout } = await gatehouse(['operations', 'teams.create']);
  expect(stdout).toContain('Needs: structure:write. Reachable from: window, cli, core.');
  expect(stdout).toContain('"organizationId"');
  const unknown = await gatehouse(['operations', 'teams.destroy']);
  expect(unknown).toMatchObject({ code: 1, json: { code: 'unknown-operation' } });
});
