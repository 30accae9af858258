import { DropToImport } from '../import/DropToImport.tsx';
import { AddButton } from './AddButton.tsx';
import { OnlyYou } from './OnlyYou.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { scopes } from './scopes.ts';

/** Everybody in the organization, and the ways to add more. */
export const UsersPage = () => (
  <>
    <PeoplePage scope={scopes.users} actions={<AddButton />} empty={<OnlyYou />} emptyUpTo={1} />
    <DropToImport />
  </>
);
