/**
 * Reads inline code that names keys, such as `Ctrl+K`, `G U` or `?`, as names for `Keys`; undefined for other code.
 * @param names what each key is called in the text's language, such as *Strg* for `Mod`
 */
export function keysIn(text: string, names: Readonly<Record<string, string>>): string | undefined {
  const byName = new Map(Object.entries(names).map(([key, name]) => [name, key]));
  const keys = text.split(/([ +])/).map((part) => (part.length <= 1 ? part : byName.get(part)));
  return text !== '' && keys.every((key) => key !== undefined) ? keys.join('') : undefined;
}
