import {
  keepPreviousData,
  type Query,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { contract, type InputOf, isOperation, type OperationName, type OutputOf } from '#contract/index.ts';
import type { Tag } from '#contract/operation.ts';
import { type ApiError, call, isError } from './api.ts';
import { hasNextChange, refetchIn } from './next-change.ts';

/** Queries live until a notice of change names one of their tags; the network's state means nothing to a local core. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      if ((isError(error, 'not-signed-in') || isError(error, 'locked')) && query.queryKey[0] !== 'session.state') {
        void queryClient.invalidateQueries({ queryKey: ['session.state'] });
      }
    },
  }),
});

const dueIn = (query: { readonly state: { readonly data: unknown } }) =>
  hasNextChange(query.state.data) ? refetchIn(query.state.data.nextChangeAt, Date.now()) : false;

interface QueryOptions {
  readonly enabled?: boolean;
  /** Shows the rows of the earlier input until those of the new one are there. */
  readonly keepPrevious?: boolean;
}

/** Reads an operation and stays up to date: by notices of change, and at `nextChangeAt` when time alone changes the answer. */
export function useQueryOf<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<N>, ApiError> {
  return useQuery<OutputOf<N>, ApiError, OutputOf<N>, readonly [N, InputOf<N>]>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: dueIn,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** Runs a command; what it changes is read anew at once, before the notice of change comes round. */
export function useCommand<N extends OperationName>(name: N): UseMutationResult<OutputOf<N>, ApiError, InputOf<N>> {
  return useMutation<OutputOf<N>, ApiError, InputOf<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => refreshAfter(name),
    gcTime: 0,
  });
}

/** For commands called outside `useCommand`: reads anew what the operation changes. */
export const refreshAfter = (name: OperationName) => refresh(contract[name].changes ?? []);

const readsOneOf = (tags: readonly Tag[]) => (query: Query) => {
  const name = query.queryKey[0];
  if (typeof name !== 'string' || !isOperation(name)) return false;
  return contract[name].reads?.some((tag) => tags.includes(tag)) ?? false;
};

const refresh = (tags: readonly Tag[]) => queryClient.invalidateQueries({ predicate: readsOneOf(tags) });

/** Reads anew whatever is on screen and touched by a change, made by any face. Call once. */
export const listenForChanges = () => window.gatehouse.onChange((tags) => void refresh(tags));
