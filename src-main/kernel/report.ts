import { type ErrorReport, GatehouseError } from '#contract/errors.ts';

/** An error in the form that may cross a thread, a process or the preload: never a stack, a path or a secret. */
export function reportOf(error: unknown): ErrorReport {
  if (!(error instanceof GatehouseError)) return { code: 'internal', data: { reference: '–' } };
  const { code, data, issues } = error;
  return { code, data, ...(issues.length > 0 ? { issues } : {}) };
}
