import fc from 'fast-check';
import { zipSync } from 'fflate';
import { escapeXml, sheetXml, workbookParts } from '../../support/workbook.ts';
import { anyBytes, anyText, asBytes, asText, mutated, mutatedBytes, token } from '../odd.ts';
import type { Target } from '../target.ts';
import { openLists } from './lists.ts';

const cellText = fc.oneof(
  fc.constantFrom('email', 'name', 'ana@example.org', 'Ana Silva', 'Admin', '', '_x000D_', '_x0000_', '=1+1'),
  anyText,
);
/** What stands in a sheet beside plain cells; a text that begins with `<` is the XML of a cell. */
const odd = fc.constantFrom(
  '<c r="ZZZ1" t="inlineStr"><is><t>far</t></is></c>',
  '<c r="A0"><v>1</v></c>',
  '<c t="s"><v>0</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c t="s"><v>__proto__</v></c>',
  '<c t="s"><v>length</v></c>',
  '<c t="b"><v>1</v></c>',
  '<c t="e"><v>#REF!</v></c>',
  '<c t="str"><f>1</f><v>ana@example.org</v></c>',
  '<c><v>1e308</v></c>',
  '<c><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>',
  '<c><v><![CDATA[<b>]]></v></c>',
  '<c><v>&#x110000;</v></c>',
  '<c><v>&amp;&lt;</v></c>',
  '<x:c xmlns:x="y"><x:v>1</x:v></x:c>',
);
const rows = fc.array(fc.array(fc.oneof({ weight: 5, arbitrary: cellText }, odd), { maxLength: 6 }), { maxLength: 8 });
const xmlSigns = fc.oneof(
  token,
  fc.constantFrom(
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '<?x?>',
    '</c>',
    '<row r="9999999999">',
    '<row r="-1">',
    '<t>',
  ),
  fc.constantFrom(
    ' r="A1"',
    ' r:id="rId1"',
    ' t="s"',
    'xml:space="preserve"',
    '\0',
    '<c r="XFD1048576">',
    '<a:b c:d="e">',
  ),
);
const strings = '<?xml version="1.0"?><sst><si><t>ana@example.org</t></si><si><r><t>Ana</t></r></si></sst>';

/** Parts of a workbook, some of them changed, before they are packed. */
const packed = fc
  .tuple(
    fc.array(rows, { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(fc.nat({ max: 5 }), mutated(fc.constantFrom('<v>0</v>', strings, '<row/>'), xmlSigns)), {
      maxLength: 2,
    }),
    fc.boolean(),
  )
  .map(([sheets, changes, deflated]) => {
    const named = Object.fromEntries(sheets.map((some, at) => [`Sheet ${escapeXml(String(at))}`, sheetXml(some)]));
    const parts = workbookParts(named, { 'xl/sharedStrings.xml': strings });
    const paths = Object.keys(parts);
    for (const [at, text] of changes) parts[paths[at % paths.length] ?? ''] = Buffer.from(text);
    return asText(zipSync(parts, { level: deflated ? 1 : 0 }));
  });
/** The same with the XML of one part changed in places. */
const changedParts = fc
  .tuple(
    rows.chain((some) => mutated(fc.constant(sheetXml(some)), xmlSigns, 6)),
    mutated(fc.constant(strings), xmlSigns, 2),
  )
  .map(([sheet, texts]) =>
    asText(zipSync(workbookParts({ One: sheet }, { 'xl/sharedStrings.xml': texts }), { level: 0 })),
  );

/** Workbooks: the cells, the XML, and the bytes of the zip around them. */
export const xlsx: Target<{ readonly bytes: string; readonly sheet: number }> = {
  name: 'xlsx',
  inputs: fc.record({
    bytes: fc.oneof(
      { weight: 4, arbitrary: packed },
      { weight: 4, arbitrary: changedParts },
      { weight: 5, arbitrary: mutatedBytes(packed) },
      { weight: 1, arbitrary: anyBytes.map((bytes) => `PK\x03\x04${bytes}`) },
    ),
    sheet: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat({ max: 3 })),
  }),
  async open(later) {
    const feed = await openLists(later);
    return ({ bytes, sheet }) => feed({ bytes: asBytes(bytes), sheet });
  },
};
