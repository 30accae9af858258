import type { z } from 'zod';
import { type ErrorCode, GatehouseError, type Issue } from '#contract/errors.ts';
import { shapeOf } from './shape-of.ts';

/** Parses; everything that does not fit gets a code and the path to its field. */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  code: ErrorCode & ('invalid-input' | 'invalid-output'),
  name: string,
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new GatehouseError(code, { name }, result.error.issues.map(asIssue));
}

/** Our own rules give their code as the message (`'too-long'`); zod's are sentences, and its code says what is wrong. */
function asIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map((p) => (typeof p === 'number' ? p : String(p)));
  const { message } = issue;
  if (/^[a-z]+(-[a-z]+)*$/.test(message)) return { path, code: message, message };
  return { path, code: issue.code.replaceAll('_', '-'), message, shape: shapeOf(issue) };
}
