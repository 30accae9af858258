import { createHash } from 'node:crypto';
import type { LogoType } from '#contract/look.ts';
import { logoLimits } from '#contract/vocabulary/look.ts';
import type { Logo } from './store.ts';

/** Why a file cannot be a logo. */
export type LogoFault = 'not-an-image' | 'logo-too-large' | 'logo-too-small' | 'logo-too-wide';

interface Measured {
  readonly type: LogoType;
  readonly width: number;
  readonly height: number;
}

/** Judges a file by its content, not its name: it must be a complete PNG or JPEG, small, and not huge when unpacked. */
export function readImage(base64: string): Logo | LogoFault {
  const content = Buffer.from(base64, 'base64');
  if (content.length > logoLimits.bytes) return 'logo-too-large';
  const measured = measurePng(content) ?? measureJpeg(content);
  if (!measured) return 'not-an-image';
  const { width, height } = measured;
  if (Math.min(width, height) < logoLimits.least) return 'logo-too-small';
  if (Math.max(width, height) > logoLimits.most) return 'logo-too-wide';
  return { ...measured, content, sha256: createHash('sha256').update(content).digest('hex') };
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** PNG, 5.2 and 11.2: the header comes first, every chunk states its length, and a last one ends it. */
function measurePng(content: Buffer): Measured | undefined {
  if (content.length < 45 || !content.subarray(0, 8).equals(pngStart)) return undefined;
  if (content.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  for (let at = 8; at + 12 <= content.length; at += 12 + content.readUInt32BE(at)) {
    if (content.toString('latin1', at + 4, at + 8) !== 'IEND') continue;
    return { type: 'image/png', width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
  }
  return undefined;
}

/** ITU-T T.81, B.1.1.3: segments, each with its length; one that begins a frame holds the size. */
function measureJpeg(content: Buffer): Measured | undefined {
  if (content.length < 20 || content.readUInt16BE(0) !== 0xffd8) return undefined;
  if (content.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) return undefined;
  for (let at = 2; at + 9 <= content.length; ) {
    if (content[at] !== 0xff) return undefined;
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const framed = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (framed)
      return { type: 'image/jpeg', width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5) };
    // the picture data begins: the size should have come before
    if (marker === 0xda) return undefined;
    at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}
