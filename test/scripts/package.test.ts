import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { configuration } from '../../scripts/package/config.mjs';
import { drawingFor, iconFolder, sizes } from '../../scripts/package/icons.mjs';
import { kinds, targets } from '../../scripts/package/kinds.mjs';
import { readFpmArguments } from '../../scripts/package/linux/fpm-arguments.mjs';
import { fileStem, productName } from '../../scripts/package/names.mjs';
import { executableIn } from '../../scripts/package/run.mjs';
import { libraryPackages } from '../../scripts/prepare/system.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const made = (standIn: boolean, release = false) =>
  configuration({ dist: '/electron', version: '1.2.3', standIn, release, output: '/release' });

describe('a package', () => {
  it('publishes nothing, downloads no Electron and compiles nothing', () => {
    expect(made(false)).toMatchObject({
      publish: null,
      electronDist: '/electron',
      electronVersion: '1.2.3',
      npmRebuild: false,
      asar: { smartUnpack: false },
    });
  });

  it('has the name of the product, also in the program, unless it holds another Electron', () => {
    expect(productName(false)).toBe('Gatehouse');
    for (const standIn of [false, true]) {
      const name = productName(standIn);
      expect(made(standIn)).toMatchObject({ productName: name, extraMetadata: { productName: name } });
    }
    expect(productName(true)).toContain('not for release');
  });

  it('is found where electron-builder puts it', () => {
    expect(executableIn('/release', 'linux')).toBe('/release/linux-unpacked/gatehouse');
  });
});

describe('installers', () => {
  it('are those promised for each system', () => {
    const { linux, win, mac, nsis } = made(false, true);
    expect(linux?.target).toEqual(['deb', 'rpm', 'AppImage']);
    expect(win?.target).toEqual(['nsis', 'portable']);
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: true });
    expect(mac?.target).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ]);
  });

  it('have distinct names, which say so if the Electron is not the pinned one', () => {
    for (const standIn of [false, true]) {
      const { artifactName, nsis, portable } = made(standIn);
      const names = [artifactName, nsis?.artifactName, portable?.artifactName].map(String);
      expect(new Set(names).size).toBe(3);
      for (const name of names) expect(name.startsWith(fileStem(standIn))).toBe(true);
    }
    expect(fileStem(false)).toBe('gatehouse');
    expect(fileStem(true)).toContain('not-for-release');
  });

  it('leave workspaces alone when the program is removed', () => {
    expect(made(false).nsis?.deleteAppDataOnUninstall).toBe(false);
    for (const script of ['after-install.sh', 'after-remove.sh']) {
      const text = readFileSync(path.join(root, 'scripts/package/linux', script), 'utf8');
      expect(text).not.toMatch(/\/home|\$HOME|~|\/var\/lib|\.config|rm -r/);
    }
  });

  it('for Debian depend on every library that a window needs, under its old or its new name', () => {
    const depends = made(false).deb?.depends ?? [];
    for (const names of libraryPackages) expect(depends).toContain(names.join(' | '));
    expect(depends).toContain('libgtk-3-0t64 | libgtk-3-0');
  });

  it('that need a download are made only for a release', () => {
    expect(kinds.map((kind) => targets('linux', kind))).toEqual([
      [['dir'], []],
      [['deb'], []],
      [['deb'], ['rpm', 'AppImage']],
    ]);
  });

  it('put the command where a terminal finds it, and the licence where Debian expects it', () => {
    const fpm = made(false).deb?.fpm?.map((mapping) => mapping.split('=')[1]);
    expect(fpm).toEqual(['/usr/bin/gatehouse', '/usr/share/doc/gatehouse/copyright']);
  });
});

describe('icons', () => {
  it('exist in every size, each as large as its name says', () => {
    expect(readdirSync(iconFolder).sort()).toEqual(sizes.map((size) => `${size}.png`).sort());
    for (const size of sizes) {
      const png = readFileSync(path.join(iconFolder, `${size}.png`));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('come from two drawings of the gate that the window shows, which load nothing from elsewhere', () => {
    const mark = readFileSync(path.join(root, 'src-renderer/components/Mark.tsx'), 'utf8');
    const drawing = (size: number) => readFileSync(path.join(iconFolder, '..', drawingFor(size)), 'utf8');
    for (const [, line = ''] of mark.matchAll(/<path d="([^"]+)"/g)) expect(drawing(256)).toContain(line);
    expect(drawing(16)).not.toBe(drawing(256));
    for (const size of [16, 256]) expect(drawing(size)).not.toMatch(/href|<image|<script/);
  });
});

describe('the arguments for fpm', () => {
  it('are read as electron-builder writes them', () => {
    const argv = ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '--deb-compression', 'zst'];
    argv.push('--name', 'gatehouse', '/x/=/opt/A B (c)', 'f.png=/usr/share/f.png');
    expect(readFpmArguments(argv)).toEqual({
      options: { s: 'dir', t: 'deb', 'deb-compression': 'zst', name: 'gatehouse' },
      depends: ['libnss3'],
      recommends: [],
      files: [
        { from: '/x/', to: '/opt/A B (c)' },
        { from: 'f.png', to: '/usr/share/f.png' },
      ],
    });
  });

  it('are refused if they ask for another kind of package, or if something is no file', () => {
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'rpm'])).toThrow('.deb files alone');
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'deb', 'stray'])).toThrow('not understood: stray');
  });
});
