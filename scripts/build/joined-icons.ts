import type { Plugin } from 'vite';

const icons = /@tabler\/icons-react\/dist\/esm\/icons\/.*\.mjs$/;
const nodes = /__iconNode = (\[\[.*\]\]);/;

type IconNode = [tag: string, attributes: Record<string, string>];

/** Draws each icon as one path: a list has hundreds of them, and the browser keeps style and shape for every path. */
export function joinedIcons(): Plugin {
  return {
    name: 'joined-icons',
    transform(code, id) {
      if (!icons.test(id)) return;
      const joined = code.replace(nodes, (_, all: string) => `__iconNode = ${JSON.stringify(join(JSON.parse(all)))};`);
      return joined === code ? undefined : { code: joined, map: null };
    },
  };
}

/** Only what has nothing but a shape; a shape that begins with a lower-case `m` would continue from where the one before ends. */
const isPlain = ([tag, { key, ...rest }]: IconNode) =>
  tag === 'path' && Object.keys(rest).join() === 'd' && rest.d?.startsWith('M');

function join(all: readonly IconNode[]): readonly IconNode[] {
  if (!all.every(isPlain)) return all;
  return [['path', { d: all.map(([, { d }]) => d).join(''), key: 'svg-0' }]];
}
