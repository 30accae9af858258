import {
  keepPreviousData,
  type Query,
  QueryCache,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';
import type { Tag } from '#contract/operation.ts';
import { type ApiError, call, isError } from './api.ts';
import { hasNextChange, refetchIn } from './next-change.ts';

/** Milliseconds; what failed while a page was being drawn is not asked again as soon as the page stands. */
const justNow = 1000;

/** Queries live until a notice of change names one of their tags; the network's state means nothing to a local core. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      retryOnMount: ({ state }) => Date.now() - state.errorUpdatedAt > justNow,
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
    },
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
  const enabled = options.enabled ?? true;
  const question = { queryKey: [name, input] as const, queryFn: () => call(name, input) };
  // asked while the page is still being drawn: its effects, which would ask, come after all of it
  if (enabled && !queryClient.getQueryState(question.queryKey)) void queryClient.prefetchQuery(question);
  return useQuery<OutputOf<N>, ApiError, OutputOf<N>, readonly [N, InputOf<N>]>({
    ...question,
    enabled,
    refetchInterval: dueIn,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** What the caller does once it is known how a command ended. */
interface Endings<O> {
  readonly onSuccess?: (output: O) => void;
  readonly onError?: (error: ApiError) => void;
  readonly onSettled?: () => void;
}

/**
 * Runs a command; what it changes is read anew at once, before the notice of change comes round. The caller hears how it
 * ended also when what called is gone by then: with its row, say, which the new list no longer has.
 */
export function useCommand<N extends OperationName>(name: N) {
  const { mutateAsync, isPending, data, error, reset } = useMutation<OutputOf<N>, ApiError, InputOf<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => refreshAfter(name),
    gcTime: 0,
  });
  const mutate = useCallback(
    (input: InputOf<N>, { onSuccess, onError, onSettled }: Endings<OutputOf<N>> = {}) =>
      void mutateAsync(input).then(
        (output) => {
          onSuccess?.(output);
          onSettled?.();
        },
        (failure: ApiError) => {
          onError?.(failure);
          onSettled?.();
        },
      ),
    [mutateAsync],
  );
  return { mutate, mutateAsync, isPending, data, error, reset };
}

/** With all its shapes it comes after the first sight: what stands before the console asks for little and changes nothing. */
const theContract = () => import('#contract/index.ts');

/** For commands called outside `useCommand`: reads anew what the operation changes. */
export async function refreshAfter(name: OperationName): Promise<void> {
  const { contract } = await theContract();
  await refresh(contract[name].changes ?? []);
}

async function refresh(tags: readonly Tag[]): Promise<void> {
  const { contract, isOperation } = await theContract();
  const readsOneOf = ({ queryKey: [name] }: Query) =>
    typeof name === 'string' && isOperation(name) && (contract[name].reads?.some((tag) => tags.includes(tag)) ?? false);
  await queryClient.invalidateQueries({ predicate: readsOneOf });
}

/** Reads anew whatever is on screen and touched by a change, made by any face. Call once. */
export const listenForChanges = () => window.gatehouse.onChange((tags) => void refresh(tags));
