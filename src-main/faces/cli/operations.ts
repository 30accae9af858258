import { GatehouseError } from '#contract/errors.ts';
import { contract, isOperation, type OperationName } from '#contract/index.ts';
import type { Messages } from '#contract/messages/index.ts';
import { operationNames, publish } from './schema.ts';

/** @throws GatehouseError `unknown-operation` */
export function describeOperations(messages: Messages, name: string | undefined): string {
  if (name === undefined) return list();
  return one(messages, known(name));
}

/** @throws GatehouseError `unknown-operation` */
export const publishOperations = (name: string | undefined): unknown =>
  name === undefined ? operationNames.map(publish) : publish(known(name));

function known(name: string): OperationName {
  if (!isOperation(name)) throw new GatehouseError('unknown-operation', { name: name.slice(0, 80) });
  return name;
}

function list(): string {
  const width = Math.max(...operationNames.map((name) => name.length));
  const line = (name: OperationName) =>
    `${name.padEnd(width)}  ${contract[name].kind.padEnd(7)}  ${contract[name].summary}`;
  return `${operationNames.map(line).join('\n')}\n`;
}

function one({ cli }: Messages, name: OperationName): string {
  const { kind, summary, needs, faces, input, output } = publish(name);
  const schema = (title: string, value: object) => `${title}\n${JSON.stringify(value, null, 2)}\n`;
  return [
    `${name}  ${kind}\n${summary}\n${cli.operation.reachable(needs, faces.join(', '))}\n`,
    schema(cli.operation.input, input),
    schema(cli.operation.output, output),
  ].join('\n');
}
