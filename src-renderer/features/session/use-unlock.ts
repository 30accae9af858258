import { useMutation } from '@tanstack/react-query';
import { type ApiError, call } from '../../app/api.ts';
import { queryClient } from '../../app/queries.ts';

/** Unlocks the window, and reads again whatever could not be read meanwhile. */
export const useUnlock = () =>
  useMutation<unknown, ApiError, { readonly password: string }>({
    mutationFn: (input) => call('session.unlock', input),
    onSuccess: () => queryClient.invalidateQueries(),
  });
