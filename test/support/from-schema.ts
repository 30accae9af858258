import fc from 'fast-check';

/** As much of JSON Schema 2020-12 as the contract's inputs use. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
}

/** Every schema keyword that is handled here or can be ignored; a test finds any other. */
export const knownKeywords: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'const', 'anyOf', 'oneOf', 'properties', 'required', 'items', 'format'],
  ...['minItems', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  // what they forbid is tried, too, or is never generated
  ...['$schema', 'default', 'additionalProperties', 'maxItems', 'pattern'],
]);

/** Texts that have broken other programs before. */
export const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202egnp.exe',
  '\ud800',
  '\u200b',
  '__proto__',
  "'; DROP TABLE person; --",
  '%',
  '_',
  '"',
  '" OR "a',
  '*',
  '=cmd()',
  '<script>alert(1)</script>',
  '\r\nBcc: eve@example.com',
  'x'.repeat(199),
  'ﷺ'.repeat(60),
  'İ',
  '👩‍💻',
  'a@b@c',
  'ana@example.org',
] as const;

/** Texts that pass rules not in the schema, so that the operation behind them is reached. */
const usualTexts = ['127.0.0.1', 'Etc/UTC', 'https://join.example.com', 'a sentence of mine', '+44 7700 900123'];

const oddText = fc.oneof(
  fc.constantFrom(...usualTexts),
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
/** An example of each format. */
const ofFormat: Readonly<Record<string, string>> = {
  email: 'ana@example.org',
  ipv4: '127.0.0.1',
  cidrv4: '10.0.1.0/24',
};

/** Odd texts, including ones too long or too short, and as many of the required length. */
function text({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, format }: JsonSchema) {
  const fitting = format && ofFormat[format];
  if (fitting) return fc.oneof(fc.constant(fitting), oddText);
  if (minLength === 0 && maxLength >= 40) return oddText;
  const long = { minLength, maxLength: Math.min(maxLength, minLength + 40) };
  return fc.oneof(oddText, fc.string(long), fc.string({ unit: fc.constantFrom('D', 'E', '0', 'é'), ...long }));
}

function number(s: JsonSchema) {
  const ends = fc.constantFrom(s.minimum ?? -1, s.maximum ?? 1e15, 2 ** 31, 2 ** 53 - 1);
  const few = fc.integer({ min: 0, max: 3 });
  // mostly existing ids; otherwise an operation that needs two or three of them would never be reached
  if (s.exclusiveMinimum === 0) return fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 2 }) }, few, ends);
  return fc.oneof(few, ends);
}

/** Inputs of the shape that a published schema describes, filled with odd values. Some of them are valid. */
export function fromSchema(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(fromSchema));
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, s]) => [name, fromSchema(s)]);
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: [...(schema.required ?? [])],
      });
    }
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 4 });
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return text(schema);
  }
}
