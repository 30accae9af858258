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
import { isOperation, operations } from './operations.ts';

/** In ms: a query that failed while its page was being drawn is not repeated as soon as the page is there. */
const justNow = 1000;

/** Answers stay valid until a notice of change names one of their tags; a local core does not depend on the network. */
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
  // asked now, while the page is still being drawn: the effects that would ask run only after all of it
  if (enabled && !queryClient.getQueryState(question.queryKey)) void queryClient.prefetchQuery(question);
  return useQuery<OutputOf<N>, ApiError, OutputOf<N>, readonly [N, InputOf<N>]>({
    ...question,
    enabled,
    refetchInterval: dueIn,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** What the caller does once the command has ended. */
interface Endings<O> {
  readonly onSuccess?: (output: O) => void;
  readonly onError?: (error: ApiError) => void;
  readonly onSettled?: () => void;
}

/**
 * Runs a command; what it changes is read again at once, before the notice of change arrives. The endings are called even
 * if the calling component is gone by then: with its row, say, which the new list no longer has.
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

/** For commands called outside `useCommand`: reads again what the operation changes. */
export const refreshAfter = (name: OperationName): Promise<void> => refresh(operations[name].changes ?? []);

async function refresh(tags: readonly Tag[]): Promise<void> {
  const readsOneOf = ({ queryKey: [name] }: Query) =>
    typeof name === 'string' &&
    isOperation(name) &&
    (operations[name].reads?.some((tag) => tags.includes(tag)) ?? false);
  await queryClient.invalidateQueries({ predicate: readsOneOf });
}

/** Reads again whatever is on screen and touched by a change, whichever face made it. Call once. */
export const listenForChanges = () => window.gatehouse.onChange((tags) => void refresh(tags));
