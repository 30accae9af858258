import { words } from '../../app/words.ts';
import { Quiet } from '../../components/Quiet.tsx';
import { ImportBounces } from '../bounces/ImportBounces.tsx';
import { AddButton } from './AddButton.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { scopes } from './scopes.ts';

/** People whose answer is awaited, whatever their kind. */
export function PendingPage() {
  const { title, text } = words.views.nobodyPending;
  const actions = (
    <>
      <ImportBounces />
      <AddButton />
    </>
  );
  return <PeoplePage scope={scopes.pending} actions={actions} empty={<Quiet title={title} text={text} />} />;
}
