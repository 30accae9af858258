import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function* chunksOf(png: Buffer): Generator<readonly [name: string, data: Buffer]> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)];
    at += length + 12;
  }
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** The predictor called Paeth in the PNG specification, 9.4. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
}

/** Undoes the filters of the rows. */
function pixels(filtered: Buffer, stride: number, step: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < step ? 0 : (out[at - step] as number);
      const up = y === 0 ? 0 : (out[at - stride] as number);
      const corner = x < step || y === 0 ? 0 : (out[at - stride - step] as number);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (filtered[y * (stride + 1) + 1 + x] as number) + guess;
    }
  }
  return out;
}

const most = 256;

const [red, green, blue] = [16, 8, 0].map((shift) => (color: number) => (color >> shift) & 255) as [
  Channel,
  Channel,
  Channel,
];
type Channel = (color: number) => number;
const distance = (a: number, b: number) =>
  (red(a) - red(b)) ** 2 + (green(a) - green(b)) ** 2 + (blue(a) - blue(b)) ** 2;

/** As many of the colours, commonest first, as leave each less than `apart` from a chosen one. */
function choose(colors: readonly number[], apart: number): readonly number[] {
  const chosen: number[] = [];
  for (const color of colors) {
    if (chosen.every((other) => distance(color, other) >= apart)) chosen.push(color);
    if (chosen.length > most) break;
  }
  return chosen;
}

/** The commonest colours that lie apart, and for every colour of the picture the nearest of them. */
function paletteOf(pixelColors: Uint32Array): {
  readonly palette: readonly number[];
  readonly nearest: ReadonlyMap<number, number>;
} {
  const counts = new Map<number, number>();
  for (const color of pixelColors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const colors = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
  let palette = choose(colors, 1);
  for (let step = 2; palette.length > most; step++) palette = choose(colors, step ** 2);
  const nearest = new Map<number, number>();
  for (const color of colors) {
    let best = 0;
    for (let i = 1; i < palette.length; i++)
      if (distance(color, palette[i] as number) < distance(color, palette[best] as number)) best = i;
    nearest.set(color, best);
  }
  return { palette, nearest };
}

/**
 * The same picture with a palette, a third of its size: a window has few colours, and of the shades at the edges of its
 * letters a few are enough. Reads what browsers write: 8 bits, RGB or RGBA, not interlaced.
 */
export function smallerPng(png: Buffer): Buffer {
  const found = new Map<string, Buffer>();
  for (const [name, data] of chunksOf(png)) found.set(name, Buffer.concat([found.get(name) ?? Buffer.alloc(0), data]));
  const header = Buffer.from(found.get('IHDR') ?? Buffer.alloc(13));
  const [width, height, step] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  const seen = pixels(inflateSync(found.get('IDAT') ?? Buffer.alloc(0)), width * step, step, height);
  const colors = Uint32Array.from({ length: width * height }, (_, i) => seen.readUIntBE(i * step, 3));
  const { palette, nearest } = paletteOf(colors);
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < colors.length; i++)
    rows[i + Math.floor(i / width) + 1] = nearest.get(colors[i] as number) as number;
  header[9] = 3;
  const parts = [
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [red(color), green(color), blue(color)]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}
