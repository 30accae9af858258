import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { unsuitable } from '../table.ts';
import type { Package } from './package.ts';

export interface Listener {
  /** Names come without their prefix, in which programs differ. */
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Parses one part of a workbook. Entities that a file defines itself are an error here, so none can multiply.
 * @throws GatehouseError `file-unsuitable`
 */
export async function parsePart(from: Package, part: string, { open, text, close }: Listener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw unsuitable('broken');
  });
  parser.on('doctype', () => {
    throw unsuitable('broken');
  });
  if (open) parser.on('opentag', (tag: SaxesTagPlain) => open(local(tag.name), (name) => attributeOf(tag, name)));
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  if (close) parser.on('closetag', (tag: SaxesTagPlain) => close(local(tag.name)));
  await from.read(part, (piece) => parser.write(piece));
  parser.close();
}

/** With a prefix too: `r:id`. */
function attributeOf({ attributes }: SaxesTagPlain, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const full = Object.keys(attributes).find((one) => local(one) === name);
  return full === undefined ? undefined : attributes[full];
}
