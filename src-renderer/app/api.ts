import type { ErrorCode, ErrorReport, Outcome } from '#contract/errors.ts';
import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';

/** An operation answered with an error; `report` is what `wordsFor` puts into words. */
export class ApiError extends Error {
  readonly report: ErrorReport;
  readonly operation: string;
  constructor(operation: string, report: ErrorReport) {
    super(`${operation}: ${report.code}`);
    this.name = 'ApiError';
    this.operation = operation;
    this.report = report;
  }
}

export const isError = (error: unknown, code: ErrorCode): error is ApiError =>
  error instanceof ApiError && error.report.code === code;

/**
 * Calls an operation of the core.
 * @param signal aborted when nobody is waiting any more: the core then stops long work
 * @throws ApiError
 */
export async function call<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
): Promise<OutputOf<N>> {
  const outcome = JSON.parse(await answerTo(name, input, signal)) as Outcome;
  if (!outcome.ok) throw new ApiError(name, outcome.error);
  return outcome.value as OutputOf<N>;
}

async function answerTo(name: string, input: unknown, signal: AbortSignal | undefined): Promise<string> {
  if (!signal) return window.gatehouse.call(name, input);
  const ticket = crypto.randomUUID();
  const cancel = () => window.gatehouse.cancel(ticket);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await window.gatehouse.call(name, input, ticket);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** What the main process offers: preferences, clipboard, browser. */
export const { desktop } = window.gatehouse;

/**
 * Saves a file where the person says; null when they changed their mind.
 * @throws ApiError when the file cannot be written
 */
export async function saveFile(suggestedName: string, content: string | Uint8Array): Promise<string | null> {
  const saved = await desktop.saveFile(suggestedName, content);
  if ('error' in saved) throw new ApiError('desktop.saveFile', saved.error);
  return saved.file;
}
