import { describe, expect, test } from 'vitest';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';

const known = { roles: ['Admin', 'Member', 'Billing reader'], teams: ['Sales', 'Support', 'R&D, Lisbon'] };

/** One text per entry: `name <email> [roles] {teams} !problem ?warning`, without what is missing. */
const shown = (text: string): string[] =>
  parseRecipients(text, known).entries.map(({ name, email, roles, teams, problem, warning }) =>
    [
      name,
      email && `<${email}>`,
      roles && `[${roles.join('|')}]`,
      teams && `{${teams.join('|')}}`,
      problem && `!${problem}`,
      warning && `?${warning}`,
    ]
      .filter(Boolean)
      .join(' '),
  );

const ana = '<ana@example.com>';
const bob = '<bob@example.com>';
const namedAna = `Ana Silva ${ana}`;
const namedBob = `Bob Lee ${bob}`;

describe('every usual form of a recipient is understood', () => {
  test.each<[string, string[]]>([
    ['ana@example.com', [ana]],
    ['Ana.Silva+news@Example.COM', ['<Ana.Silva+news@example.com>']],
    ['ana@example.com.', [ana]],
    ['\ufeffana@example.com', [ana]],
    ['ana@example.com\u200b', [ana]],
    ['ana@example.com\nbob@example.com', [ana, bob]],
    ['ana@example.com\r\nbob@example.com\r', [ana, bob]],
    ['ana@example.com\rbob@example.com', [ana, bob]],
    ['ana@example.com\u2028bob@example.com', [ana, bob]],
    ['ana@example.com,bob@example.com', [ana, bob]],
    ['ana@example.com;bob@example.com', [ana, bob]],
    ['ana@example.com bob@example.com', [ana, bob]],
    ['ana@example.com\tbob@example.com', [ana, bob]],
    ['ana@example.com\u00a0bob@example.com', [ana, bob]],
    ['ana@example.com，bob@example.com；', [ana, bob]],
    [' , ;ana@example.com,, ;\n\n;bob@example.com ,', [ana, bob]],
    ['<ana@example.com>', [ana]],
    ['<ana@example.com> <bob@example.com>', [ana, bob]],
    ['Ana Silva <ana@example.com>', [namedAna]],
    ['Ana Silva<ana@example.com>', [namedAna]],
    ['ana silva < ana@example.com >', [`ana silva ${ana}`]],
    ['Ana Silva <ana@example.com> Bob Lee <bob@example.com>', [namedAna, namedBob]],
    ['"Silva, Ana" <ana@example.com>', [namedAna]],
    ['“Silva, Ana” <ana@example.com>', [namedAna]],
    ["'Silva, Ana' <ana@example.com>", [namedAna]],
    ["'Ana Silva' <ana@example.com>", [namedAna]],
    ["Ana O'Neil <ana@example.com>, Bob D'Arc <bob@example.com>", [`Ana O'Neil ${ana}`, `Bob D'Arc ${bob}`]],
    ['"Ana \\"Ani\\" Silva" <ana@example.com>', [`Ana Ani Silva ${ana}`]],
    ['"Acme, Inc." <ana@example.com>', [`Acme, Inc. ${ana}`]],
    ['"Silva, Ana (IT)" <ana@example.com>', [`Ana Silva (IT) ${ana}`]],
    ['Silva, Ana <ana@example.com>; Lee, Bob <bob@example.com>', [namedAna, namedBob]],
    ['Silva, Ana <ana@example.com>', [namedAna]],
    ['van der Berg, Jan <ana@example.com>', [`Jan van der Berg ${ana}`]],
    ['García Márquez, Gabriel <ana@example.com>', [`Gabriel García Márquez ${ana}`]],
    ['ana@example.com (Ana Silva)', [namedAna]],
    ['Ana Silva (ana@example.com)', [namedAna]],
    ['Ana Silva (Sales) <ana@example.com>', [`Ana Silva (Sales) ${ana}`]],
    ['Ana Silva <ana@example.com> (Organizer)', [namedAna]],
    ['张三（ana@example.com），bob@example.com', [`张三 ${ana}`, bob]],
    ['mailto:ana@example.com', [ana]],
    ['MAILTO:ana@example.com?subject=a,b&cc=x@example.com, bob@example.com', [ana, bob]],
    ['mailto:ana@example.com,bob@example.com', [ana, bob]],
    ['mailto:ana@example.com,Bob Lee <bob@example.com>', [ana, namedBob]],
    ['mailto:ana@example.com,mailto:bob%40example.com', [ana, bob]],
    ['Ana Silva <mailto:ana%40example.com>', [namedAna]],
    ['mailto:ana%2Bx@example.com', ['<ana+x@example.com>']],
    ['ana@example.com<mailto:ana@example.com>', [ana]],
    ['Ana@example.com <ana@example.com>', ['<Ana@example.com>']],
    ['"ana@example.com" <ana@example.com>', [ana]],
    ["'ana@example.com'", [ana]],
    ["'ana@example.com'; 'bob@example.com'", [ana, bob]],
    ['"ana@example.com", "bob@example.com"', [ana, bob]],
    ['"Ana Silva <ana@example.com>", "Bob Lee <bob@example.com>"', [namedAna, namedBob]],
    ['[ana@example.com]', [ana]],
    ['ana@example.com, Bob Lee - bob@example.com', [ana, namedBob]],
    ['ana@example.com - Ana Silva, bob@example.com – Bob Lee', [namedAna, namedBob]],
    ['Ana Silva ana@example.com\nBob Lee bob@example.com', [namedAna, namedBob]],
    ['Ana Silva, Bob Lee <bob@example.com>', ['!no-at', namedBob]],
    ['Ana, Carl, Bob <bob@example.com>', ['!no-at', '!no-at', `Bob ${bob}`]],
    ['Required: ana@example.com; Bob Lee <bob@example.com>', [ana, namedBob]],
    ['Optional Attendees: ana@example.com\nCc:bob@example.com', [ana, bob]],
    ['Attendees:\nana@example.com', [ana]],
    ['1. ana@example.com\n2) Bob Lee <bob@example.com>', [ana, namedBob]],
    ['- ana@example.com\n* bob@example.com\n', [ana, bob]],
    ['• ana@example.com\n•bob@example.com\n•\n', [ana, bob]],
    ['> ana@example.com', [ana]],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('a piece that is not an address comes back with its problem', () => {
  test.each<[string, string[]]>([
    ['hello world', ['!no-at']],
    ['bob@', ['!domain-empty']],
    ['ana@example..com, bob@example.com', ['!domain-dots', bob]],
    ['hello world, bob@example.com', ['!no-at', bob]],
    ['not-an-address bob@example.com', ['!no-at', bob]],
    ['bob.example.com ana@example.com', ['!no-at', ana]],
    ['ana@example.com broken bob@example.com', [ana, '!no-at', bob]],
    ['Ana Silva <ana@example>', ['Ana Silva !domain-single-label']],
    ['Ana Silva <>', ['Ana Silva !empty']],
    ['Ana <ana@example.com', ['Ana !angle-brackets']],
    ['an\u200ba@example.com', ['!invisible-character']],
    ['a\u0000@example.com', ['!control-character']],
    ['mailto:?subject=hello', ['!empty']],
    ['mailto:%FF@example.com', ['<%FF@example.com>']],
    ['"" ana@example.com', [ana]],
    ['""', []],
    ['ana@p\u0430ypal.example', ['<ana@xn--pypal-4ve.example> ?mixed-script']],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('text made to reach another recipient is refused as one entry', () => {
  test.each<[string, string]>([
    ['"a@evil.example, b@evil.example"@example.com', 'local-quoted'],
    ['"a@evil.example b@evil.example" @example.com', 'local-quoted'],
    ['x."y b@evil.example z"@example.com', 'local-quoted'],
    ['"a@evil.example\\", b@evil.example"@example.com', 'local-quoted'],
    ['a(x@evil.example, b@evil.example, y)z@example.com', 'comment'],
    ['a@example.com(x).evil.example', 'comment'],
    ['Team: a@evil.example, b@evil.example;', 'group'],
    ['Team:a@evil.example, b@evil.example;', 'group'],
    ['My Team: Ana <a@evil.example>, b@evil.example', 'group'],
    ['"ana@example.com" <ana@evil.example>', 'two-addresses'],
    ['ana@example.com <ana@evil.example>', 'two-addresses'],
    ['ana@example.com (ana@evil.example)', 'two-addresses'],
    ['<a@evil.example>@example.com', 'angle-brackets'],
    ['<a@evil.example, b@evil.example>', 'several-addresses'],
    ['Ana (a@evil.example, b@evil.example)', 'several-addresses'],
    ['mailto:a@evil.example%2Cb@evil.example', 'several-addresses'],
    ['mailto:a@example.com%0D%0ABcc:b@evil.example', 'control-character'],
    ['<@evil.example:a@example.com>', 'several-ats'],
  ])('%j', (text, problem) => {
    const { entries } = parseRecipients(text);
    expect(entries.map((entry) => [entry.email, entry.problem])).toEqual([[undefined, problem]]);
  });

  test('a name never carries line breaks or hidden direction marks into a mail', () => {
    expect(shown('"Ana\u202e \u0007Silva" <ana@example.com>')).toEqual([namedAna]);
  });
});

describe('entries say where they are', () => {
  test('by line from 1, by place in the line from 0, and by offsets that cut out just the entry', () => {
    const text = "ana@example.com; Bob Lee <bob@example.com>,\r\n\r\n- \"x\r\n'carl@example.com'";
    const { entries } = parseRecipients(text);
    expect(entries.map(({ line, index, raw }) => [line, index, raw])).toEqual([
      [1, 0, 'ana@example.com'],
      [1, 1, 'Bob Lee <bob@example.com>'],
      [3, 0, '"x'],
      [4, 0, "'carl@example.com'"],
    ]);
    for (const { raw, start, end } of entries) expect(text.slice(start, end)).toBe(raw);
  });
});

test('a messy list of all forms at once gives each person once', () => {
  const text = [
    'To: "Silva, Ana" <ana@example.com>; Lee, Bob <bob@example.com>',
    '',
    '1. carl@example.com (Carl Diaz)',
    'dora@example.com\tDora\tKlein\tAdmin\tSales',
    '"eve@example.com\nfay@example.com"',
    'hello world',
    'mailto:gil@example.com, <hal@example.com> ida@example.com',
    "'jon@example.com' ; bob@",
  ].join('\n');
  expect(shown(text)).toEqual([
    namedAna,
    namedBob,
    'Carl Diaz <carl@example.com>',
    'Dora Klein <dora@example.com> [Admin] {Sales}',
    '<eve@example.com>',
    '<fay@example.com>',
    '!no-at',
    '<gil@example.com>',
    '<hal@example.com>',
    '<ida@example.com>',
    '<jon@example.com>',
    '!domain-empty',
  ]);
});
