/** Markup that is safe to send: only the `html` tag makes it, so nothing that somebody typed becomes markup. */
export interface Html {
  readonly [markup]: string;
}
const markup = Symbol('markup');

export type Part = Html | string | number | false | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Control characters have no place in a page (HTML, 13.2.3.5), even in a field that is shown again as typed. */
const special = /[&<>"']|(?![\t\n\r])\p{Cc}/gu;
const escaped = (text: string) => text.replace(special, (c) => entities[c] ?? '\ufffd');

const isHtml = (part: Part): part is Html => typeof part === 'object' && part !== null && markup in part;

function render(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isHtml(part) ? part[markup] : part.map(render).join('');
}

/** Escapes every value that `html` did not make itself. Attribute values must be in quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (const [i, part] of parts.entries()) text += render(part) + (strings[i + 1] ?? '');
  return { [markup]: text };
}

export const toText = (h: Html): string => h[markup];
