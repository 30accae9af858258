import { assertNever } from '#contract/assert-never.ts';
import { isBaseUrl, isProxy } from '#contract/portal.ts';
import { options as every } from './options.ts';
import { readOptions, wrongUse } from './usage.ts';

const options = {
  ...{ json: every.json, help: every.help, version: every.version },
  ...{
    workspace: every.workspace,
    as: every.as,
    'password-file': every['password-file'],
    'key-file': every['key-file'],
  },
  ...{ port: every.port, 'base-url': every['base-url'], 'trusted-proxy': every['trusted-proxy'] },
  ...{ certificate: every.certificate, key: every.key },
};
type Option = keyof typeof options;

const commands = {
  operations: { options: ['json'], most: 1 },
  call: { options: ['workspace', 'as', 'key-file'], most: 2 },
  serve: { options: ['workspace', 'key-file', 'port', 'base-url', 'certificate', 'key', 'trusted-proxy'], most: 0 },
  'sign-in': { options: ['workspace', 'as', 'key-file', 'password-file'], most: 0 },
  recover: { options: ['workspace', 'as', 'key-file', 'password-file'], most: 0 },
  'sign-out': { options: ['workspace', 'as', 'key-file'], most: 0 },
} as const satisfies Record<string, { options: readonly Option[]; most: number }>;
type CommandName = keyof typeof commands;

/** Commands with which an operator proves who they are by secrets. */
interface Proving<N extends string> {
  readonly name: N;
  readonly folder: string;
  readonly as: string;
  readonly passwordFile?: string | undefined;
  readonly keyFile?: string | undefined;
}

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
  | Proving<'sign-in'>
  | Proving<'recover'>
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

/**
 * Reads what follows `gatehouse`.
 * @throws GatehouseError `usage`
 */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = readOptions(argv, options);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name, ...rest] = positionals;
  if (name === undefined) throw wrongUse('command-missing');
  if (name === 'help') return { name };
  if (!isCommand(name)) throw wrongUse('unknown-command', name);
  const allowed: readonly string[] = commands[name].options;
  for (const given of Object.keys(values))
    if (!allowed.includes(given)) throw wrongUse('option-elsewhere', `--${given}`);
  const extra = rest[commands[name].most];
  if (extra !== undefined) throw wrongUse('too-many-arguments', extra.slice(0, 80));
  const keyFile = values['key-file'] === undefined ? {} : { keyFile: nonEmpty('--key-file', values['key-file']) };
  switch (name) {
    case 'operations':
      return { name, operation: rest[0], json: values.json ?? false };
    case 'call': {
      const [operation, input] = rest;
      if (operation === undefined) throw wrongUse('operation-missing');
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
    case 'recover':
      if (!values.as) throw wrongUse('operator-missing');
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

function workspace(folder: string | undefined): string {
  if (!folder) throw wrongUse('workspace-missing');
  return folder;
}

function nonEmpty(option: string, value: string): string {
  if (value === '') throw wrongUse('option-value', option);
  return value;
}

function asPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw wrongUse('bad-port', text);
  return port;
}

function asBaseUrl(text: string): string {
  if (!isBaseUrl(text)) throw wrongUse('bad-base-url', text.slice(0, 200));
  return text;
}

function asCertificate(certificateFile: string | undefined, keyFile: string | undefined) {
  if (certificateFile === undefined && keyFile === undefined) return undefined;
  if (!certificateFile || !keyFile) throw wrongUse('certificate-alone');
  return { certificateFile, keyFile };
}

function asProxies(text: string): string[] {
  const proxies = text.split(',').map((part) => part.trim());
  const bad = proxies.find((part) => !isProxy(part));
  if (bad !== undefined) throw wrongUse('bad-proxy', bad.slice(0, 80));
  return proxies;
}
