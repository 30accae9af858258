import type { z } from 'zod';
import type { Shape } from '#contract/shape.ts';

/** What zod found wrong with a shape, for faces to word: its own sentences are English and meant for programmers. */
export function shapeOf(issue: z.core.$ZodIssue): Shape {
  switch (issue.code) {
    case 'invalid_type':
      return { wants: issue.expected };
    case 'too_small':
      return { least: Number(issue.minimum), ...countsOf(issue.origin) };
    case 'too_big':
      return { most: Number(issue.maximum), ...countsOf(issue.origin) };
    case 'invalid_value':
      return { oneOf: issue.values.map(String) };
    case 'unrecognized_keys':
      return { unknown: issue.keys };
    default:
      return {};
  }
}

function countsOf(origin: string): Pick<Shape, 'counts'> {
  if (origin === 'string') return { counts: 'characters' };
  return ['array', 'set', 'map', 'record', 'object'].includes(origin) ? { counts: 'entries' } : {};
}
