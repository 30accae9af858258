import { describe, expect, it } from 'vitest';
import { configuration, productName } from '../../scripts/package/config.mjs';
import { executableIn } from '../../scripts/package/run.mjs';

const made = (standIn: boolean) =>
  configuration({ dist: '/electron', version: '1.2.3', standIn, output: '/release' }) as Record<string, unknown>;

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
