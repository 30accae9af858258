import { words } from '../../app/words.ts';
import { Quiet } from '../../components/Quiet.tsx';
import { InviteAgents } from './InviteAgents.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { scopes } from './scopes.ts';

/** People who have the portal's inbox and nothing else. */
export function InboxAgentsPage() {
  const { title, text } = words.views.agents;
  return (
    <PeoplePage
      scope={scopes['inbox-agents']}
      actions={<InviteAgents />}
      empty={
        <Quiet title={title} text={text}>
          <div style={{ marginTop: 16 }}>
            <InviteAgents />
          </div>
        </Quiet>
      }
      emptyActs
    />
  );
}
