import type { PreparedCommand } from '../../kernel/context.ts';

// being written
export const accept: PreparedCommand<'invitations.accept', undefined> = {
  prepare: async () => undefined,
  handle() {
    throw new Error('being written');
  },
};
