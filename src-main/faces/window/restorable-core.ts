import type { Tag } from '#contract/operation.ts';
import type { CoreWorkerData } from '../../core-port.ts';
import { type CoreClient, startCore } from './core-client.ts';

/** A core that begins anew after a backup was put in the place of its workspace; whoever calls it need not know. */
export function startRestorableCore(data: CoreWorkerData, onChanges: (tags: readonly Tag[]) => void): CoreClient {
  let core = startCore(data, onChanges);
  let online: boolean | undefined;
  return {
    get ready() {
      return core.ready;
    },
    call: (name, input, ticket) => core.call(name, input, ticket),
    cancel: (ticket) => core.cancel(ticket),
    portal: () => core.portal(),
    tellNetwork(now) {
      online = now;
      core.tellNetwork(now);
    },
    tellChosen: (path) => core.tellChosen(path),
    async restore() {
      const error = await core.restore();
      core = startCore(data, onChanges);
      if (online !== undefined) core.tellNetwork(online);
      return error;
    },
    close: () => core.close(),
  };
}
