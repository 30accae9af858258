/** Fields of one block, by lower-case name; the first of a name counts. A map, because names come from strangers. */
export type Fields = ReadonlyMap<string, string>;

/** Longer values say nothing more. */
const longestValue = 4000;
const field = /^([\w-]{1,80})[ \t]*:(.*)$/;
/** Some servers leave out the empty line between two recipients. */
const oncePerBlock: ReadonlySet<string> = new Set(['original-recipient', 'final-recipient']);

/**
 * Reads blocks of header fields, separated by empty lines, and unfolds lines (RFC 5322, 2.2). Lines that are no field are
 * skipped. Goes through the text once and never throws.
 */
export function readBlocks(text: string): readonly Fields[] {
  const blocks: Map<string, string>[] = [];
  let block = new Map<string, string>();
  let last: string | undefined;
  const close = () => {
    if (block.size > 0) blocks.push(block);
    block = new Map();
    last = undefined;
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      close();
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) {
      const value = last === undefined ? undefined : block.get(last);
      if (last !== undefined && value !== undefined && value.length < longestValue)
        block.set(last, `${value} ${line.trim()}`.slice(0, longestValue));
      continue;
    }
    const [, written, value = ''] = field.exec(line.slice(0, longestValue)) ?? [];
    const name = written?.toLowerCase();
    const again = name !== undefined && block.has(name);
    if (again && oncePerBlock.has(name)) close();
    // of several fields of one name the first counts
    last = again && !oncePerBlock.has(name) ? undefined : name;
    if (last !== undefined) block.set(last, value.trim());
  }
  close();
  return blocks;
}
