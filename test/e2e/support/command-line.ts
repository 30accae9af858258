import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');
const node = path.join(root, 'node_modules/.bin/node');

/** Calls an operation through the command line that was built, beside whatever window is open. */
export async function callByCommandLine<T>(workspace: string, name: string, input: unknown): Promise<T> {
  const args = [
    path.join(root, 'out/main/gatehouse.js'),
    'call',
    name,
    JSON.stringify(input),
    '--workspace',
    workspace,
  ];
  const { stdout } = await promisify(execFile)(node, args, { maxBuffer: 64e6 });
  return JSON.parse(stdout) as T;
}
