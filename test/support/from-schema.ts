import fc from 'fast-check';

/** As much of JSON Schema 2020-12 as the contract's inputs use. */
interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

/** Texts that have broken somebody's program before. */
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

const text = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 40 }));
const number = (s: JsonSchema) =>
  fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(s.minimum ?? -1, s.maximum ?? 1e15, 2 ** 31, 2 ** 53 - 1));

/** Inputs of the shape that a published schema asks for, filled with what is odd. Some of them are valid. */
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
      return schema.format === 'email' ? fc.oneof(fc.constant('ana@example.org'), text) : text;
  }
}
