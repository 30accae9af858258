/** An argument for a function of a catalogue, chosen so that it can be recognized in what the function says. */
type Sample = string | number | readonly string[] | object;

/** Answers any property with the property's name. */
const facts = (mark: string) => new Proxy({}, { get: (_, name) => `${mark}.${String(name)}` });

/** Free text first; then values that only some functions know: kinds, states, zones, encodings. */
const samplesAt = (place: number): readonly Sample[] => [
  `Xq${place}`,
  7,
  [`Xq${place}a`, `Xq${place}b`],
  facts(`Xq${place}`),
  'Europe/Amsterdam',
  'teams',
  'empty',
  'utf-8',
  ',',
  ['user', 'guest'],
  ['active', 'pending'],
  { permission: 'users:read' },
  { problem: 'unknown-command', argument: `Xq${place}` },
  { problem: 'mismatch', file: `Xq${place}` },
  { fault: 'empty' },
  { seconds: 7 },
  'failed',
  'report',
];

const broken = /undefined|\[object|NaN|Invalid/;

/** The leaves of a catalogue by path, such as `guests.invite.title`. */
export function leavesOf(value: unknown, at = ''): [path: string, leaf: unknown][] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, at === '' ? key : `${at}.${key}`));
}

type Say = (...given: readonly Sample[]) => unknown;

/** What a function says, or undefined if the result is incomplete. */
export function saidBy(say: unknown, given: readonly Sample[]): string | undefined {
  try {
    const said = (say as Say)(...given);
    return typeof said === 'string' && !broken.test(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** Indexes into the lists of samples, low ones first: most functions take plain texts and numbers. */
function* placesOf(count: number, sum: number): Generator<readonly number[]> {
  if (count === 0) return void (sum === 0 && (yield []));
  for (let first = Math.min(sum, samplesAt(0).length - 1); first >= 0; first--)
    for (const rest of placesOf(count - 1, sum - first)) yield [first, ...rest];
}

const found = new Map<unknown, readonly Sample[] | undefined>();

/** The first arguments for which a function's result is complete. */
export function factsFor(say: unknown): readonly Sample[] | undefined {
  if (!found.has(say)) found.set(say, search(say));
  return found.get(say);
}

function search(say: unknown): readonly Sample[] | undefined {
  if (typeof say !== 'function') return undefined;
  for (let sum = 0; sum <= say.length * samplesAt(0).length; sum++)
    for (const places of placesOf(say.length, sum)) {
      const given = places.map((sample, place) => samplesAt(place)[sample] as Sample);
      if (saidBy(say, given) !== undefined) return given;
    }
  return undefined;
}

/** Which of the arguments appear in a text: names, numbers, and the members of collections. */
export function marksIn(text: string, given: readonly Sample[]): string[] {
  const marks = [...new Set(text.match(/Xq\d(?:[ab]|\.\w+)?|Europe\/Amsterdam/g))];
  return given.includes(7) && /\b7\b/.test(text) ? [...marks, '7'].sort() : marks.sort();
}
