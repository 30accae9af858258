import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { overview } from '../../../src-main/faces/cli/help.ts';
import { terminalLanguage } from '../../../src-main/faces/cli/language.ts';
import { ended, startGatehouse } from '../../support/cli.ts';
import { now } from '../../support/command-line.ts';

test.each([
  [{ LC_ALL: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, 'de'],
  [{ LC_ALL: '', LC_MESSAGES: 'de_AT', LANG: 'en_US.UTF-8' }, 'de'],
  [{ LANG: 'de_CH.UTF-8@euro' }, 'de'],
  [{ LC_ALL: 'C', LANG: 'de_DE' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{}, 'en'],
])('the terminal with %j reads %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language);
});

test('help follows the language of the terminal, JSON is the same in every language', async () => {
  const run = (args: readonly string[], language: string) => ended(startGatehouse(args, language));
  expect((await run(['--help'], 'de_DE.UTF-8')).stdout).toBe(overview(messagesIn('de')));
  expect((await run(['--help'], 'en_US.UTF-8')).stdout).toBe(overview(messagesIn('en')));
  expect((await run(['fly'], 'de_DE.UTF-8')).stderr).toContain('Den Befehl „fly“ gibt es nicht.');
  const [german, english] = [await run(['call'], 'de_DE.UTF-8'), await run(['call'], 'en_US.UTF-8')];
  expect([german.code, german.json]).toEqual([1, english.json]);
});

test('what stops a dry run is worded alike for programs in every language', async () => {
  const w = await now();
  await w.call('organizations.update', { organizationId: w.organizationId, seatLimit: 1 });
  const dry = ['invite', 'ana@example.org', '--role', 'Member', '-n', '--json', '--workspace', w.core.folder];
  const run = async (language: string) => (await ended(startGatehouse(dry, language))).json;
  const english = await run('en_US.UTF-8');
  expect(english.error).toMatchObject({ code: 'seats-exceeded' });
  expect(await run('de_DE.UTF-8')).toEqual(english);
});
