import fc from 'fast-check';
import { anyBytes, anyText, asBytes, asText, mutated, mutatedBytes, pieces, token } from '../odd.ts';
import type { Target } from '../target.ts';
import { openLists } from './lists.ts';

const lists = [
  'email,name,role\r\nana@example.org,"Silva, Ana",Admin\r\nben@example.org,Ben,"Admin; Member"\r\n',
  'sep=;\nE-Mail;Vorname;Nachname;Rolle\nana@example.org;Ana;Müller;Admin\n',
  'Members of Example Logistics\n\nE-mail\tFirst name\tLast name\tTeam\nana@example.org\tAna\tSilva\tSales\n',
  '"a ""quoted"" name","several\nlines",=cmd(),+1,@x\nana@example.org,1,2,3,4\n',
  'a|b|c\nana@example.org|x|y\n',
];
const signs = [
  ',',
  ';',
  '\t',
  '|',
  '"',
  '""',
  '\r',
  '\n',
  '\r\n',
  'sep=;\n',
  'ana@example.org',
  'email',
  'Admin',
  ' ',
  '=',
];
const encoded = fc
  .tuple(fc.oneof(fc.constantFrom(...lists), pieces(signs, 60), anyText), fc.nat({ max: 5 }))
  .map(([text, how]): string => {
    const wide = Buffer.from(text, 'utf16le');
    switch (how) {
      case 0:
        return asText(Buffer.from(`\ufeff${text}`));
      case 1:
        return `\xff\xfe${asText(wide)}`;
      case 2:
        return `\xfe\xff${asText(wide.swap16())}`;
      case 3:
        return asText(wide);
      case 4:
        return asText(Buffer.from(text, 'latin1'));
      default:
        return asText(Buffer.from(text));
    }
  });
const large = fc
  .tuple(fc.constantFrom(...signs, 'a', '"a\n', 'a@b.co,'), fc.nat({ max: 20_000 }))
  .map(([sign, times]) => sign.repeat(times));

/** Lists of separated values, as bytes in whatever encoding. */
export const csv: Target<string> = {
  name: 'csv',
  inputs: fc.oneof(
    { weight: 5, arbitrary: encoded },
    {
      weight: 5,
      arbitrary: mutated(fc.constantFrom(...lists), fc.oneof(token, fc.constantFrom(...signs)), 8).map((t) =>
        asText(Buffer.from(t)),
      ),
    },
    { weight: 4, arbitrary: mutatedBytes(encoded) },
    { weight: 2, arbitrary: anyBytes },
    { weight: 1, arbitrary: large },
  ),
  async open(later) {
    const feed = await openLists(later);
    return (text) => feed({ bytes: asBytes(text), sheet: 0 });
  },
};
