// A package that gives out everything by one file makes all of it look as needed as the one part that is asked for. With the
// parts asked for by their own files, what the page needs for its first sight can be told from what it needs ever.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ESTree, type Plugin, parseAst } from 'vite';

/** The file, or the other package, that makes a thing, and its name there. */
interface Origin {
  readonly file: string;
  readonly name: string;
}

/** Has what is imported by name from these packages imported from the files that make it; a build alone has use for it. */
export function unbarrel(packages: readonly string[]): Plugin {
  const known = new Map<string, Promise<ReadonlyMap<string, Origin>>>();
  const asks = new RegExp(`from\\s*["'](?:${packages.join('|')})["']`);
  return {
    name: 'unbarrel',
    apply: 'build',
    enforce: 'post', // what is left of an import after the types are gone
    async transform(code, id) {
      if (!asks.test(code)) return;
      let changed = code;
      for (const node of parseAst(code).body.toReversed()) {
        if (node.type !== 'ImportDeclaration' || !packages.includes(node.source.value)) continue;
        const barrel = await this.resolve(node.source.value, id);
        if (!barrel) continue;
        if (!known.has(barrel.id)) known.set(barrel.id, originsIn(barrel.id));
        const own = importsOf(node, (await known.get(barrel.id)) ?? new Map());
        if (own) changed = changed.slice(0, node.start) + own + changed.slice(node.end);
      }
      return changed === code ? undefined : { code: changed, map: null };
    },
  };
}

/** @returns nothing where a name is not made in one file, or all of the package is asked for */
function importsOf({ specifiers }: ESTree.ImportDeclaration, origins: ReadonlyMap<string, Origin>): string | undefined {
  const own: string[] = [];
  for (const one of specifiers) {
    const origin = one.type === 'ImportSpecifier' ? origins.get(nameOf(one.imported)) : undefined;
    if (!origin) return;
    own.push(`import { ${origin.name} as ${one.local.name} } from ${JSON.stringify(origin.file)};`);
  }
  return own.join(' ');
}

const nameOf = (name: ESTree.ModuleExportName) => (name.type === 'Literal' ? name.value : name.name);

/** Where each name comes from that a barrel imports and gives out again. */
async function originsIn(barrel: string): Promise<ReadonlyMap<string, Origin>> {
  const { body } = parseAst(await readFile(barrel, 'utf8'));
  const fileOf = ({ value }: ESTree.StringLiteral) =>
    value.startsWith('.') ? path.resolve(path.dirname(barrel), value) : value;
  const local = new Map<string, Origin>();
  for (const node of body)
    if (node.type === 'ImportDeclaration')
      for (const one of node.specifiers)
        if (one.type === 'ImportSpecifier')
          local.set(one.local.name, { file: fileOf(node.source), name: nameOf(one.imported) });
  const given = new Map<string, Origin>();
  for (const node of body)
    if (node.type === 'ExportNamedDeclaration')
      for (const one of node.specifiers) {
        const inside = nameOf(one.local);
        const origin = node.source ? { file: fileOf(node.source), name: inside } : local.get(inside);
        if (origin) given.set(nameOf(one.exported), origin);
      }
  return given;
}
