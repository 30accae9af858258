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
  it('is published by nobody, fetches no Electron and compiles nothing', () => {
    expect(made(false)).toMatchObject({
      publish: null,
      electronDist: '/electron',
      electronVersion: '1.2.3',
      npmRebuild: false,
      asar: { smartUnpack: false },
    });
  });

  it('has the name of the product, in the program too, but for one with another Electron', () => {
    expect(productName(false)).toBe('Gatehouse');
    for (const standIn of [false, true]) {
      const name = productName(standIn);
      expect(made(standIn)).toMatchObject({ productName: name, extraMetadata: { productName: name } });
    }
    expect(productName(true)).toContain('not for release');
  });

  it('is found where its makers put it', () => {
    expect(executableIn('/release', 'linux')).toBe('/release/linux-unpacked/gatehouse');
  });
});

describe('installers', () => {
  it('are, for each system, those that are promised', () => {
    const { linux, win, mac, nsis } = made(false, true);
    expect(linux?.target).toEqual(['deb', 'rpm', 'AppImage']);
    expect(win?.target).toEqual(['nsis', 'portable']);
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: true });
    expect(mac?.target).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ]);
  });

  it('have names of their own on each system, which tell of another Electron than the pinned one', () => {
    for (const standIn of [false, true]) {
      const { artifactName, nsis, portable } = made(standIn);
      const names = [artifactName, nsis?.artifactName, portable?.artifactName].map(String);
      expect(new Set(names).size).toBe(3);
      for (const name of names) expect(name.startsWith(fileStem(standIn))).toBe(true);
    }
    expect(fileStem(false)).toBe('gatehouse');
    expect(fileStem(true)).toContain('not-for-release');
  });

  it('leave workspaces where they are when they are removed', () => {
    expect(made(false).nsis?.deleteAppDataOnUninstall).toBe(false);
    for (const script of ['after-install.sh', 'after-remove.sh']) {
      const text = readFileSync(path.join(root, 'scripts/package/linux', script), 'utf8');
      expect(text).not.toMatch(/\/home|\$HOME|~|\/var\/lib|\.config|rm -r/);
    }
  });

  it('of Debian ask for every library that a window needs, under its old name or its new one', () => {
    const depends = made(false).deb?.depends ?? [];
    for (const names of libraryPackages) expect(depends).toContain(names.join(' | '));
    expect(depends).toContain('libgtk-3-0t64 | libgtk-3-0');
  });

  it('that take a download are made for a release alone', () => {
    expect(kinds.map((kind) => targets('linux', kind))).toEqual([
      [['dir'], []],
      [['deb'], []],
      [['deb'], ['rpm', 'AppImage']],
    ]);
  });

  it('put the command where a terminal finds it, and the licence where Debian has it', () => {
    const fpm = made(false).deb?.fpm?.map((mapping) => mapping.split('=')[1]);
    expect(fpm).toEqual(['/usr/bin/gatehouse', '/usr/share/doc/gatehouse/copyright']);
  });
});

describe('icons', () => {
  it('are there in every size, each as large as its name says', () => {
    expect(readdirSync(iconFolder).sort()).toEqual(sizes.map((size) => `${size}.png`).sort());
    for (const size of sizes) {
      const png = readFileSync(path.join(iconFolder, `${size}.png`));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('come from two drawings, which are the gate of the window and nothing from elsewhere', () => {
    const mark = readFileSync(path.join(root, 'src-renderer/components/Mark.tsx'), 'utf8');
    const drawing = (size: number) => readFileSync(path.join(iconFolder, '..', drawingFor(size)), 'utf8');
    for (const [, line = ''] of mark.matchAll(/<path d="([^"]+)"/g)) expect(drawing(256)).toContain(line);
    expect(drawing(16)).not.toBe(drawing(256));
    for (const size of [16, 256]) expect(drawing(size)).not.toMatch(/href|<image|<script/);
  });
});

describe('what is passed to fpm', () => {
  it('is read as electron-builder writes it', () => {
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

  it('is refused where another kind of package is asked for, or something is no file', () => {
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'rpm'])).toThrow('.deb files alone');
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'deb', 'stray'])).toThrow('not understood: stray');
  });
});
