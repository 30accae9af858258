import type { OperationName } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';

declare const __OPERATIONS__: Readonly<Record<OperationName, Pick<Operation, 'needs' | 'reads' | 'changes'>>>;

/** The contract without its schemas, which would be a tenth of the page's memory; the build puts it here. */
export const operations = __OPERATIONS__;

export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);
