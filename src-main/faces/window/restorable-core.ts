import type { Tag } from '#contract/operation.ts';
import type { CoreWorkerData } from '../../core-port.ts';
import type { Keyring } from '../../kernel/key/keyring.ts';
import { type CoreClient, startCore } from './core-client.ts';

/** A core that restarts after a backup replaced its workspace, or its key was given back; callers need not know. */
export function startRestorableCore(
  data: CoreWorkerData,
  onChanges: (tags: readonly Tag[]) => void,
  keyring: Keyring,
): CoreClient {
  let core = startCore(data, onChanges, keyring);
  let begun = false;
  let online: boolean | undefined;
  const again = () => {
    core = startCore(data, onChanges, keyring);
    if (begun) core.begin();
    if (online !== undefined) core.tellNetwork(online);
  };
  return {
    get ready() {
      return core.ready;
    },
    call: (name, input, ticket) => core.call(name, input, ticket),
    cancel: (ticket) => core.cancel(ticket),
    portal: () => core.portal(),
    begin() {
      begun = true;
      core.begin();
    },
    tellNetwork(now) {
      online = now;
      core.tellNetwork(now);
    },
    tellChosen: (path) => core.tellChosen(path),
    async restore() {
      const error = await core.restore();
      again();
      return error;
    },
    async reopen() {
      await core.close();
      again();
    },
    close: () => core.close(),
  };
}
