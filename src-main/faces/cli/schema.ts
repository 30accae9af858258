import { z } from 'zod';
import { emailAddress } from '#contract/address.ts';
import { contract, type OperationName } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';

/** An operation as programs see it: what to send and what comes back, in JSON Schema 2020-12. */
export interface Published {
  readonly name: OperationName;
  readonly kind: string;
  readonly summary: string;
  readonly needs: string;
  readonly faces: readonly string[];
  readonly input: object;
  readonly output: object;
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override(ctx) {
      // an address is parsed and normalised, which a schema cannot express; a string goes in and a string comes out
      if (ctx.zodSchema === emailAddress) Object.assign(ctx.jsonSchema, { type: 'string', format: 'email' });
      // programs are promised that every input is an object; for a choice of objects zod only says so for each one
      const { oneOf, anyOf = oneOf } = ctx.jsonSchema;
      if (anyOf?.every((one) => typeof one === 'object' && one.type === 'object')) ctx.jsonSchema.type = 'object';
    },
  });

export function publish(name: OperationName): Published {
  const { kind, summary, needs, faces, input, output }: Operation = contract[name];
  return { name, kind, summary, needs, faces, input: jsonSchema(input, 'input'), output: jsonSchema(output, 'output') };
}

export const operationNames = Object.keys(contract) as OperationName[];
