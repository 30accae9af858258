import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBefore } from '../../../../src-main/faces/window/updates/newer.ts';
import { wayOf } from '../../../../src-main/faces/window/updates/way.ts';

let resources = '';
beforeEach(() => {
  resources = mkdtempSync(path.join(tmpdir(), 'gatehouse-way-'));
});
afterEach(() => rmSync(resources, { recursive: true, force: true }));

describe('a newer version comes', () => {
  const here = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
    wayOf({ platform, env, resources, executable: path.join(resources, 'Gatehouse') });

  it.each(['deb', 'rpm'])('by the package manager, if this one came as .%s', (kind) => {
    writeFileSync(path.join(resources, 'package-type'), kind);
    expect(here('linux')).toBe('package');
  });

  it('by itself for an AppImage, even one with the mark of the package that was made beside it', () => {
    writeFileSync(path.join(resources, 'package-type'), 'rpm');
    expect(here('linux', { APPIMAGE: '/home/someone/Gatehouse.AppImage' })).toBe('itself');
  });

  it('by itself on macOS, and on Windows where the installer put it', () => {
    expect(here('darwin')).toBe('itself');
    writeFileSync(path.join(resources, 'Uninstall Gatehouse.exe'), '');
    expect(here('win32')).toBe('itself');
  });

  it('by hand for an archive, the portable program and a folder that was copied', () => {
    expect(here('linux')).toBe('hand');
    expect(here('win32')).toBe('hand');
    expect(here('win32', { PORTABLE_EXECUTABLE_FILE: 'C:\\Gatehouse.exe' })).toBe('hand');
  });
});

describe('a version is before another', () => {
  it.each([
    ['0.9.0', '0.10.0', true],
    ['1.0.0', '0.10.0', false],
    ['1.2.3', '1.2.3', false],
    ['1.2.3', '1.2.4', true],
    ['2.0.0', '1.99.99', false],
  ])('%s before %s: %s', (a, b, before) => {
    expect(isBefore(a, b)).toBe(before);
  });
});
