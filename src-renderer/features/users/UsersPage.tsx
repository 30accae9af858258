import { words } from '../../app/words.ts';
import { PageHeader } from '../../components/PageHeader.tsx';

export function UsersPage() {
  return <PageHeader title={words.users.title} />;
}
