import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const workflow = read('.github/workflows/release.yml');
const doc = read('docs/packaging.md');

describe('the release workflow', () => {
  it('uses exactly the secrets that docs/packaging.md names', () => {
    const used = [...workflow.matchAll(/secrets\.([A-Z_]+)/g)].map(([, name]) => name);
    const rows = doc.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
    const named = rows.flatMap((row) => [...row.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    expect(new Set(named).size).toBe(9);
    expect([...new Set(used)].sort()).toEqual(named.sort());
  });

  it('packages on each system and leaves publishing to a person', () => {
    expect(workflow.match(/npm run package -- --release/g)).toHaveLength(3);
    expect(workflow).toContain('--draft');
    expect(workflow).not.toMatch(/--publish|PUBLISH_FOR|electron-builder/);
  });

  it('signs the update feeds in a job that builds nothing, and refuses to start without the key', () => {
    const [build = '', draft = ''] = workflow.split(/^ {2}draft:$/m);
    expect(build).toContain("secrets.UPDATE_SIGNING_KEY != ''");
    expect(build).not.toMatch(/secrets\.UPDATE_SIGNING_KEY \}\}/);
    expect(draft).toContain('sign-feeds.mjs');
    expect(draft).not.toMatch(/npm (ci|install|run)/);
    expect(doc).toContain('vars.GATEHOUSE_UPDATE_FEED');
  });
});
