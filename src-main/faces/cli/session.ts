import { existsSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import type { Call } from '#contract/index.ts';
import type { JobItem, JobRow } from '#contract/jobs.ts';
import type { Messages } from '#contract/messages/index.ts';
import type { Organization } from '#contract/organizations.ts';
import { type Core, openCore } from '../../core.ts';
import { givenKey } from '../../kernel/key/given-key.ts';
import { hasWorkspace } from './call.ts';
import { callerFor } from './caller-for.ts';
import type { Given } from './options.ts';
import { warnOfKey } from './print.ts';
import { createProgress } from './progress.ts';
import { wrongUse } from './usage.ts';

/** What a verb works with: what was given on the command line, and a workspace whose operations it calls. */
export interface Session {
  readonly messages: Messages;
  readonly given: Given;
  readonly operands: readonly string[];
  readonly folder: string;
  readonly call: Call;
  /** The organization that was named, or the only one. @throws GatehouseError `usage` */
  readonly here: () => Promise<Organization>;
  /** Waits for a job, showing its progress, and returns its results. */
  readonly settled: (jobId: number, label: string) => Promise<SettledJob>;
  readonly close: () => Promise<void>;
}

export interface SettledJob {
  readonly job: JobRow;
  readonly items: readonly JobItem[];
}

/** Does what a verb promises, and answers with the exit code. */
export type Run = (session: Session) => Promise<number>;

/** How often the progress of a job is checked, in milliseconds. */
const glance = 150;
/** The largest page of `jobs.results`. */
const page = 1000;

interface Opening {
  readonly messages: Messages;
  readonly given: Given;
  readonly operands: readonly string[];
}

/**
 * Opens the workspace that the options name.
 * @throws GatehouseError `no-workspace`, `usage`, `sign-in-needed`, and what keeps it from opening
 */
export async function openSession({ messages, given, operands }: Opening): Promise<Session> {
  if (!given.workspace) throw wrongUse('workspace-missing');
  const folder = path.resolve(given.workspace);
  if (!hasWorkspace(folder)) throw new GatehouseError('no-workspace', { folder });
  const keyFile = given['key-file'];
  if (keyFile === '') throw wrongUse('option-value', '--key-file');
  const core = await openCore({ folder, givenKey: givenKey(keyFile, process.env, existsSync) });
  warnOfKey(messages, core);
  const caller = await callerFor(core, given.as).catch(async (error: unknown) => {
    await core.close();
    throw error;
  });
  const call: Call = (name, input) => core.dispatch(caller, name, input);
  let found: Promise<Organization> | undefined;
  const here = () => {
    found ??= chosenOrganization(call, given.organization);
    return found;
  };
  return {
    messages,
    given,
    operands,
    folder,
    call,
    here,
    settled: async (jobId, label) => waited(core, call, (await here()).id, jobId, label),
    close: core.close,
  };
}

async function chosenOrganization(call: Call, wanted: string | undefined): Promise<Organization> {
  const { organizations } = await call('organizations.list', {});
  const names = organizations.map(({ id, name }) => `${name} (${id})`).join(', ');
  if (wanted === undefined) {
    const [only, second] = organizations;
    if (only && !second) return only;
    throw wrongUse('organization-needed', names);
  }
  const named = organizations.filter(({ name }) => name.toLocaleLowerCase() === wanted.trim().toLocaleLowerCase());
  const [first] = named.length > 0 ? named : organizations.filter(({ id }) => String(id) === wanted.trim());
  if (first && named.length < 2) return first;
  throw wrongUse('unknown-organization', `${wanted.slice(0, 80)} (${names})`);
}

async function waited(
  core: Core,
  call: Call,
  organizationId: number,
  jobId: number,
  label: string,
): Promise<SettledJob> {
  const progress = createProgress(label);
  const look = setInterval(() => {
    call('jobs.get', { organizationId, jobId }).then(
      ({ done, failed, total }) => progress.show(done + failed, total),
      () => undefined, // trouble comes to light below
    );
  }, glance);
  await core.jobs.idle().finally(() => {
    clearInterval(look);
    progress.end();
  });
  const job = await call('jobs.get', { organizationId, jobId });
  const items: JobItem[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const results: { rows: JobItem[]; next: number | null } = await call('jobs.results', {
      organizationId,
      jobId,
      after,
      limit: page,
    });
    items.push(...results.rows);
    after = results.next;
  }
  return { job, items };
}
