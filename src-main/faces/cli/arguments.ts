import { parseArgs } from 'node:util';
import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError, type UsageProblem } from '#contract/errors.ts';
import { isBaseUrl, isProxy } from '#contract/portal.ts';

const options = {
  json: { type: 'boolean' },
  workspace: { type: 'string' },
  as: { type: 'string' },
  'password-file': { type: 'string' },
  'key-file': { type: 'string' },
  port: { type: 'string' },
  'base-url': { type: 'string' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  'trusted-proxy': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
type Option = keyof typeof options;

const commands = {
  operations: { options: ['json'], most: 1 },
  call: { options: ['workspace', 'as', 'key-file'], most: 2 },
  serve: { options: ['workspace', 'key-file', 'port', 'base-url', 'certificate', 'key', 'trusted-proxy'], most: 0 },
  'sign-in': { options: ['workspace', 'as', 'key-file', 'password-file'], most: 0 },
  'sign-out': { options: ['workspace', 'as', 'key-file'], most: 0 },
} as const satisfies Record<string, { options: readonly Option[]; most: number }>;
type CommandName = keyof typeof commands;

export type Command =
  | { readonly name: 'help' | 'version' }
  | { readonly name: 'operations'; readonly operation?: string | undefined; readonly json: boolean }
  | {
      readonly name: 'call';
      readonly operation: string;
      readonly input?: string | undefined;
      readonly folder: string;
      readonly as?: string | undefined;
      readonly keyFile?: string | undefined;
    }
  | {
      readonly name: 'sign-in';
      readonly folder: string;
      readonly as: string;
      readonly passwordFile?: string | undefined;
      readonly keyFile?: string | undefined;
    }
  | {
      readonly name: 'sign-out';
      readonly folder: string;
      readonly as?: string | undefined;
      readonly keyFile?: string | undefined;
    }
  | {
      readonly name: 'serve';
      readonly folder: string;
      readonly port?: number | undefined;
      readonly baseUrl?: string | undefined;
      readonly certificate?: { readonly certificateFile: string; readonly keyFile: string } | undefined;
      readonly trustedProxies?: string[] | undefined;
      readonly keyFile?: string | undefined;
    };

const wrong = (problem: UsageProblem, argument = '') => new GatehouseError('usage', { problem, argument });

/**
 * Reads what follows `gatehouse`.
 * @throws GatehouseError `usage`
 */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = read(argv);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name, ...rest] = positionals;
  if (name === undefined) throw wrong('command-missing');
  if (name === 'help') return { name };
  if (!isCommand(name)) throw wrong('unknown-command', name);
  const allowed: readonly string[] = commands[name].options;
  for (const given of Object.keys(values)) if (!allowed.includes(given)) throw wrong('option-elsewhere', `--${given}`);
  const extra = rest[commands[name].most];
  if (extra !== undefined) throw wrong('too-many-arguments', extra.slice(0, 80));
  const keyFile = values['key-file'] === undefined ? {} : { keyFile: nonEmpty('--key-file', values['key-file']) };
  switch (name) {
    case 'operations':
      return { name, operation: rest[0], json: values.json ?? false };
    case 'call': {
      const [operation, input] = rest;
      if (operation === undefined) throw wrong('operation-missing');
      return { name, operation, input, folder: workspace(values.workspace), as: values.as, ...keyFile };
    }
    case 'serve':
      return {
        name,
        ...keyFile,
        folder: workspace(values.workspace),
        port: values.port === undefined ? undefined : asPort(values.port),
        baseUrl: values['base-url'] === undefined ? undefined : asBaseUrl(values['base-url']),
        certificate: asCertificate(values.certificate, values.key),
        trustedProxies: values['trusted-proxy'] === undefined ? undefined : asProxies(values['trusted-proxy']),
      };
    case 'sign-in':
      if (!values.as) throw wrong('operator-missing');
      return {
        name,
        ...keyFile,
        folder: workspace(values.workspace),
        as: values.as,
        passwordFile: values['password-file'],
      };
    case 'sign-out':
      return { name, ...keyFile, folder: workspace(values.workspace), as: values.as };
    default:
      return assertNever(name);
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

function read(argv: readonly string[]) {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      tokens: true,
    });
    const seen = new Set<string>();
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      if (seen.has(token.name)) throw wrong('option-twice', `--${token.name}`);
      seen.add(token.name);
    }
    return { values, positionals };
  } catch (error) {
    if (error instanceof GatehouseError) throw error;
    // Node's own sentence names the option between quotation marks; ours say the rest
    const { code, message } = error as Error & { code?: string };
    const option = /'(?:-\w, )?(-[^'\s=]*)/.exec(message)?.[1] ?? '';
    throw wrong(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknown-option' : 'option-value', option);
  }
}

function workspace(folder: string | undefined): string {
  if (!folder) throw wrong('workspace-missing');
  return folder;
}

function nonEmpty(option: string, value: string): string {
  if (value === '') throw wrong('option-value', option);
  return value;
}

function asPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw wrong('bad-port', text);
  return port;
}

function asBaseUrl(text: string): string {
  if (!isBaseUrl(text)) throw wrong('bad-base-url', text.slice(0, 200));
  return text;
}

function asCertificate(certificateFile: string | undefined, keyFile: string | undefined) {
  if (certificateFile === undefined && keyFile === undefined) return undefined;
  if (!certificateFile || !keyFile) throw wrong('certificate-alone');
  return { certificateFile, keyFile };
}

function asProxies(text: string): string[] {
  const proxies = text.split(',').map((part) => part.trim());
  const bad = proxies.find((part) => !isProxy(part));
  if (bad !== undefined) throw wrong('bad-proxy', bad.slice(0, 80));
  return proxies;
}
