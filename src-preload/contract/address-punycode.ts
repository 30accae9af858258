const base = 36;
const most = 0x7fffffff;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += base) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return base;
}

/**
 * Decodes what follows `xn--` in a lower-case label (RFC 3492, section 6.2); undefined when it is not Punycode. Browsers
 * only encode, and the person has to see the letters. Labels have at most 63 characters.
 */
export function decodePunycode(encoded: string): string | undefined {
  const split = encoded.lastIndexOf('-');
  const points = [...encoded.slice(0, Math.max(split, 0))].map((c) => c.charCodeAt(0));
  let n = 128;
  let bias = 72;
  let i = 0;
  let at = split + 1;
  while (at < encoded.length) {
    const before = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      const d = at < encoded.length ? digit(encoded.charCodeAt(at++)) : base;
      if (d >= base) return undefined;
      i += d * weight;
      const t = Math.min(Math.max(k - bias, 1), 26);
      if (d < t) break;
      weight *= base - t;
      if (i > most || weight > most) return undefined;
    }
    bias = adapt(i - before, points.length + 1, before === 0);
    n += Math.floor(i / (points.length + 1));
    i %= points.length + 1;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}
