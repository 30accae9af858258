import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { DeadLink, ErrorCode, ErrorData } from '#contract/errors.ts';
import { fileProblems } from '#contract/import.ts';
import { languages, messagesIn } from '#contract/messages/index.ts';
import { wordError, wordIssue } from '#contract/messages/word.ts';
import { certificateProblems } from '#contract/portal.ts';
import { permissions } from '#contract/vocabulary/permissions.ts';
import { verbNames } from '../../src-main/faces/cli/table.ts';
import { sourcesIn, wordsIn, wordsInSource } from '../support/source-words.ts';

const link: DeadLink = {
  organization: 'Example Logistics',
  timeZone: 'Europe/Amsterdam',
  contact: null,
  look: { accent: null, logo: null },
  invitedBy: null,
  at: null,
};

/** Facts for every code; the compiler reports a code without any. Facts that are optional are left out, too. */
const samples: { readonly [C in ErrorCode]: readonly ErrorData[C][] } = {
  'unknown-operation': [{ name: 'users.fly' }],
  'invalid-input': [{ name: 'users.list' }],
  'invalid-output': [{ name: 'users.list' }],
  'wrong-face': [{ name: 'users.list', face: 'portal' }],
  'not-signed-in': [{}],
  'not-removed': [{}],
  'address-differs': [{}],
  locked: [{}],
  'not-permitted': permissions.map((permission) => ({ permission })),
  'not-a-member': [{}],
  'owner-needed': [{}],
  'not-found': ['user', 'role', 'teams', 'message', 'job', 'organization', 'something new'].map((what) => ({ what })),
  'already-exists': [{ what: 'role', name: 'Wizard' }],
  'wrong-credentials': [{}],
  'too-many-guesses': [{ seconds: 1 }, { seconds: 900 }],
  'wrong-code': [{}],
  'recovery-refused': [{}],
  'attempt-over': [{}],
  'two-factor-on': [{}],
  'two-factor-first': [{}],
  'two-factor-off': [{}],
  'owner-of-all-needed': [{ email: 'eve@example.com' }],
  'two-factor-needed': [{ organization: 'Example Logistics' }],
  'unknown-operator': [{ email: 'eve@example.com' }],
  'sign-in-needed': [{ email: 'eve@example.com' }],
  'operator-needed': [{}],
  'password-common': [{}],
  'role-not-grantable': [{ role: 'Owner' }],
  'built-in-role': [{ role: 'Owner' }],
  'not-a-guest': [{ email: 'ana@example.org' }],
  'already-a-guest': [{ email: 'ana@example.org' }],
  'reset-dead': [{}],
  'access-ended': [{ email: 'ana@example.org' }],
  'not-pending': [{ email: 'ana@example.org' }],
  'mail-not-out': [{ email: 'ana@example.org' }],
  'mail-bounced': [{ email: 'ana@example.org' }],
  'mail-not-bounced': [{ email: 'ana@example.org' }],
  'link-not-out': [{ email: 'ana@example.org' }],
  'link-expired': [{ email: 'ana@example.org' }, { email: 'ana@example.org', link }],
  'link-unknown': [{}],
  'link-used': [{}, { link }],
  'link-revoked': [{}, { link }],
  'link-replaced': [{}, { link }],
  'domain-refused': [
    { domain: 'gmail.com', reason: 'free-mail-provider' },
    { domain: 'example.com', reason: 'not-a-partner' },
  ],
  'account-exists': [{ email: 'ana@example.org' }],
  'account-other': [{ email: 'ana@example.org' }],
  'mail-not-set-up': [{}],
  'message-not-retryable': [{ state: 'sent' }],
  'message-outdated': [{ email: 'ana@example.org' }],
  'message-not-waiting': [{ state: 'sent' }],
  'job-not-running': [{}],
  cancelled: [{}],
  'export-too-large': [{ most: 100_000 }],
  'file-newer': [{ file: 'gatehouse.sqlite', version: '0099-later' }],
  'file-damaged': [{ file: 'gatehouse.sqlite', detail: 'malformed' }],
  'file-unreadable': ['EACCES', 'SQLITE_FULL', 'ENEW'].map((detail) => ({ file: 'gatehouse.sqlite', detail })),
  'workspace-busy': [{ file: 'gatehouse.sqlite' }],
  'key-unreadable': [{ file: 'workspace.key' }],
  'key-exposed': [
    { file: 'workspace.key', why: 'owner' },
    { file: 'workspace.key', why: 'mode' },
  ],
  'key-in-keyring': (['basic-text', 'unavailable', 'no-window', 'refused'] as const).map((why) => ({
    file: 'workspace.key.sealed',
    why,
  })),
  'key-wrong': [{ file: 'workspace.key' }],
  'key-not-lost': [{}],
  'keyring-missing': [{}],
  'recovery-key-wrong': [{}],
  'recovery-beside': [{}],
  'port-in-use': [{ address: '127.0.0.1', port: 8080 }],
  'certificate-refused': certificateProblems.map((problem) => ({
    ...{ problem, file: '/etc/ssl/portal.pem', host: 'join.example.com' },
    names: problem === 'names' ? ['a.example.com', 'b.example.com', 'c.example.com', 'd.example.com'] : [],
  })),
  'too-many-passwords': [{ seconds: 1 }, { seconds: 9 }],
  'cannot-listen': [{ address: '192.0.2.1', port: 80, reason: 'EADDRNOTAVAIL' }],
  'core-stopped': [{}],
  usage: [{ problem: 'unknown-command', argument: 'fly' }],
  'not-json': [{ place: '' }, { place: '1:2' }],
  'no-workspace': [{ folder: 'work' }],
  'job-not-finished': [{ jobId: 1, state: 'denied' }],
  'inbox-only': [{}],
  'last-owner': [{ email: 'eve@example.com' }],
  'no-role-for-agents': [{ email: 'ana@example.org' }],
  'not-active': [{ email: 'ana@example.org' }],
  'not-suspended': [{ email: 'ana@example.org' }],
  'role-in-use': [0, 1, 2].map((members) => ({ role: 'Wizard', members })),
  'role-needed': [{ email: 'ana@example.org' }],
  'seats-exceeded': [0, 12].flatMap((free) => [1, 15].map((needed) => ({ free, needed }))),
  yourself: [{}],
  'approval-needed': [{}],
  'approver-needed': [{}],
  'approval-not-yours': [{ why: 'author' }, { why: 'editor' }],
  'draft-state': ['draft', 'review', 'scheduled', 'something new'].flatMap((state) =>
    ['draft', 'review', 'scheduled', 'something new'].map((wanted) => ({ state, wanted })),
  ),
  'draft-changed': [{}],
  'draft-empty': [{}],
  'draft-full': [{ most: 5000 }],
  'send-time': [{ problem: 'past' }, { problem: 'far' }],
  'file-unsuitable': fileProblems.flatMap((fault) => [{ fault }, { fault, limit: 200, line: 3 }]),
  'backup-passphrase-needed': [{}],
  'backup-passphrase-wrong': [{}],
  'backup-passphrase-lost': [{}],
  'not-saved-before-update': [
    { file: 'work/backups', detail: 'ENOSPC' },
    { file: 'work/gatehouse.sqlite', detail: 'SQLITE_FULL' },
  ],
  'path-not-chosen': [{}],
  'address-refused': [{}],
  'not-in-demo': [{}],
  internal: [{ reference: 'a1b2c3d4' }],
};

const read = (file: string) => readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8');
const failedWords = /undefined|\[object|NaN|null|\bfunction\b/;

describe.each(Object.keys(languages))('the catalogue in %s', (language) => {
  const messages = messagesIn(language);

  it.each(Object.entries(samples))('has a complete sentence for %s, whatever facts come with it', (code, data) => {
    for (const facts of data) {
      const words = wordError(messages, { code: code as ErrorCode, data: facts });
      expect(words).not.toBe(code);
      expect(words).not.toMatch(failedWords);
      expect(words).toMatch(/^\p{Lu}?.{10,}[.]$/su);
    }
  });

  it('has words for exactly the codes that exist', () => {
    expect(Object.keys(messages.errors.table).sort()).toEqual(Object.keys(samples).sort());
  });

  it('has words for every code that our own rules give to a field', () => {
    const given = (folder: string, pattern: RegExp) =>
      sourcesIn(folder).flatMap((file) => [...read(file).matchAll(pattern)].map(([, code = '']) => code));
    const codes = [
      ...given('src-preload/contract', /(?:\.(?:refine|min|max|regex|length)\(.*|^ *\}), '([a-z-]+)'\)/gm),
      ...['src-main/features', 'src-main/faces'].flatMap((folder) =>
        given(folder, /(?:path: \[.*\], code: |const code = )'([a-z-]+)'/g),
      ),
    ];
    expect(codes).toContain('not-a-phone-number');
    expect(codes).toContain('unknown-time-zone');
    expect(codes).toContain('not-a-cursor');
    const inPortal = Object.keys(messages.portal.fields).map((key) => key.split(':')[1]);
    const wordless = codes.filter((code) => {
      const words = wordIssue(messages, { path: [], code, message: '' });
      return words === '' && !inPortal.includes(code);
    });
    expect(new Set(wordless)).toEqual(new Set());
  });

  it('holds nothing but texts and functions', () => {
    const walk = (value: unknown, at: string): void => {
      if (typeof value === 'string') expect(value.trim(), at).not.toMatch(/^undefined$/);
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
      else expect(typeof value, at).toBe('function');
    };
    walk(messages, language);
  });
});

/** What looks like words for people but is not, each with its reason. */
const allowed: readonly string[] = [
  'Gatehouse', // the product's own name
  'smtp.example.com', // an address as an example
  'tbody tr[tabindex="0"]', // CSS
  'public, max-age=', // HTTP
  'noindex, nofollow', // HTTP
  'column wide', // CSS classes
  ...verbNames, // what is typed at a prompt
  'gatehouse help', // the same
  'for word in', // shells
  "' ')", // shells
  "' ') found=(", // shells
];
/** Bare attributes that `html` makes for the inside of a tag. */
const isAttribute = (words: string) => /^(?:required|selected|(?:aria-[a-z]+="[^"]*"))$/.test(words);

describe('every word shown to people comes from the catalogue', () => {
  test.each(['src-renderer', 'src-preload/index.ts', 'src-main/faces', 'src-main/mail/letter'])('in %s', (room) => {
    const files = room.endsWith('.ts') ? [room] : sourcesIn(room);
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap(wordsIn).filter(({ words }) => !allowed.includes(words) && !isAttribute(words));
    expect(found).toEqual([]);
  });

  test.each([
    ['text between tags', '<p>Save</p>'],
    ['a label', '<Button aria-label="Close the dialog" />'],
    ['a label in braces', "<p>{'Save'}</p>"],
    ['a choice of two', "<p>{old ? 'Try it again' : words.save}</p>"],
    ['a template', '<p>{`some people were invited`}</p>'],
    ['a call', "toast('Something went wrong')"],
    ['markup of the portal', 'html`<h1>Welcome</h1>`'],
    ['a name read out by the portal', 'html`<nav aria-label="Pages"></nav>`'],
  ])('and %s from elsewhere is reported', (_, source) => {
    expect(wordsInSource('sample.tsx', `export const sample = () => ${source};`)).toHaveLength(1);
  });

  test.each([
    ['words of the catalogue', '<Button aria-label={words.close}>{words.save}</Button>'],
    ['class names', '<div className="row wide" data-kind="pending">{x}</div>'],
    ['a defect for developers', "fail(new Error('a row without a key'))"],
    ['signs', '<p>– · {x} / {y}</p>'],
  ])('while %s are not reported', (_, source) => {
    expect(wordsInSource('sample.tsx', `export const sample = () => ${source};`)).toEqual([]);
  });
});
