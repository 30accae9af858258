import { words } from '../../app/words.ts';
import { Quiet } from '../../components/Quiet.tsx';
import { InviteGuestsButton } from '../guests/InviteGuestsButton.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { scopes } from './scopes.ts';

/** People from elsewhere who are here for a limited time. */
export function GuestsPage() {
  const { title, text } = words.views.guests;
  return (
    <PeoplePage
      scope={scopes.guests}
      actions={<InviteGuestsButton />}
      empty={
        <Quiet title={title} text={text}>
          <div style={{ marginTop: 16 }}>
            <InviteGuestsButton />
          </div>
        </Quiet>
      }
      emptyActs
    />
  );
}
