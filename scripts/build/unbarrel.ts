// A package that exports everything from one file makes all of it look as necessary as the one part that is imported. With
// the parts imported from their own files, what the page needs for its first sight can be separated from the rest.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ESTree, type Plugin, parseAst } from 'vite';

/** The file or other package that defines an export, and its name there. */
interface Origin {
  readonly file: string;
  readonly name: string;
}

/** Redirects named imports from these packages to the files that define them; only useful in a build. */
export function unbarrel(packages: readonly string[]): Plugin {
  const known = new Map<string, Promise<ReadonlyMap<string, Origin>>>();
  const asks = new RegExp(`from\\s*["'](?:${packages.join('|')})["']`);
  return {
    name: 'unbarrel',
    apply: 'build',
    enforce: 'post', // sees the imports that remain once the types are gone
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

/** @returns undefined if a name is not defined in one file, or the whole package is imported */
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

/** The origin of each name that a barrel re-exports. */
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
