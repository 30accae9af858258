import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `resources/` of this installation: above the source, and above the bundle in `out/main`. */
export function findResources(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const resources = path.join(folder, 'resources');
    if (existsSync(resources)) return resources;
    const above = path.dirname(folder);
    if (above === folder) throw new Error('the folder resources/ is missing from this installation');
    folder = above;
  }
}
