import type { QueryHandler } from '../../kernel/context.ts';

// being written
export const open: QueryHandler<'invitations.open'> = () => {
  throw new Error('being written');
};
