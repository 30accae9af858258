import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import fields from '../../components/Fields.module.css';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RecoverySection } from '../recovery/RecoverySection.tsx';
import { TwoFactor } from '../twofactor/TwoFactor.tsx';
import { Updates } from '../updates/Updates.tsx';
import { Access } from './Access.tsx';
import { Details } from './Details.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import classes from './ProfilePage.module.css';
import { ThisComputer } from './ThisComputer.tsx';

/** The signed-in person's name, phone and password; and what they may do here. */
export function ProfilePage() {
  const { person } = useSession();
  const profile = useQueryOf('profile.get', {});
  const { profile: say } = words;
  if (profile.error && !profile.data) {
    return <ErrorState title={say.unread} error={profile.error} onRetry={() => void profile.refetch()} />;
  }
  return (
    <div className={frame.page}>
      <PageHeader title={say.title} />
      <div className={fields.scroll} aria-busy={!profile.data}>
        {profile.data ? (
          <div className={classes.fields}>
            <Details stored={profile.data} key={person.id} />
            <Access />
            <PasswordForm about={[profile.data.name, profile.data.email]} />
            <RecoverySection />
            <TwoFactor />
            <ThisComputer />
            <Updates />
          </div>
        ) : null}
      </div>
    </div>
  );
}
