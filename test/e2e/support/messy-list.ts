/** What the list below holds, so that a test can count on it. */
export const messy = { invitable: 150, alreadyThere: 1, duplicates: 12, refused: 20 } as const;

const first = ['Ana', 'Béla', 'Chloé', 'Duc', 'Elif', 'Fatou', 'Greta', 'Hana', 'Ivan', 'Jonas', 'Kwame', 'Łucja'];
const last = ['Silva', 'Nagy', 'Martin', 'Phạm', 'Yıldırım', 'Diallo', 'Lindqvist', 'Kovářová', 'Petrov', 'Weber'];
const name = (i: number) => [first[i % first.length], last[i % last.length]] as [string, string];

/**
 * Two hundred lines as they come out of address books, calendars, spreadsheets and chats: every form of naming somebody,
 * empty lines, duplicates in other cases, free providers, and pieces that are no address.
 */
export function messyList(owner: string): string {
  const lines: string[] = ['Ana Silva <p0@example.org>; Béla Nagy <p1@example.org>, p2@example.org', ''];
  for (let i = 3; i < messy.invitable; i++) {
    const [given, family] = name(i);
    const email = `p${i}@example.org`;
    const forms = [
      email,
      `${given} ${family} <${email}>`,
      `"${family}, ${given}" <${email}>`,
      `${email} (${given} ${family})`,
      `<${email}>`,
      `mailto:${email}`,
      `  ${email}  ,`,
      `- ${email}`,
      `${given} ${family}\t${email}`,
    ];
    lines.push(forms[i % forms.length] as string);
  }
  for (let i = 0; i < messy.duplicates; i++) lines.push(`P${i + 10}@Example.org`);
  for (let i = 0; i < 8; i++) lines.push(`person${i}@gmail.com`);
  lines.push(
    'ivan.petrov@halden..test',
    'bob@',
    '@example.org',
    'two@@example.org',
    'no-domain-at-all@localhost',
    'quoted"quote@example.org',
    'space in@exam ple.org@',
    '"a@x, b@y"@example.com',
    'hyphen@-example.org',
    'dot.@example.org',
  );
  lines.push(owner);
  while (lines.length < 200) lines.splice((lines.length * 7) % (lines.length - 5), 0, '   ');
  return lines.join('\n');
}
