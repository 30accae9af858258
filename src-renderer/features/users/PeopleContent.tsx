import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import type { OutputOf } from '#contract/index.ts';
import type { ApiError } from '../../app/api.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { UsersTable } from './UsersTable.tsx';

interface PeopleContentProps extends Omit<ComponentProps<typeof UsersTable>, 'rows'> {
  readonly answer: UseQueryResult<OutputOf<'users.list'>, ApiError>;
}

/** The table, or why it cannot be shown. */
export function PeopleContent({ answer, ...table }: PeopleContentProps) {
  const { data, error, refetch } = answer;
  if (error && !data) {
    return <ErrorState title={words.desktop.failed.users} error={error} onRetry={() => void refetch()} />;
  }
  return <UsersTable rows={data?.rows} {...table} />;
}
