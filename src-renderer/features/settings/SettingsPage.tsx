import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Redirect, useParams } from 'wouter';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { BackupSettings } from '../backups/BackupSettings.tsx';
import { KeySettings } from '../key/KeySettings.tsx';
import { WordingSettings } from '../wording/WordingSettings.tsx';
import { GuestSettings } from './GuestSettings.tsx';
import { InvitationSettings } from './InvitationSettings.tsx';
import { LicenceSettings } from './LicenceSettings.tsx';
import { MailSettings } from './MailSettings.tsx';
import { OrganizationSettings } from './OrganizationSettings.tsx';
import { PortalSettings } from './PortalSettings.tsx';
import { PrivacySettings } from './PrivacySettings.tsx';
import { ProductSettings } from './ProductSettings.tsx';
import { mayOpen, navigation, type Page, pages } from './pages.ts';
import classes from './SettingsPage.module.css';

/** The form, once its values are there. Its `key` gives each organization a form of its own. */
function loaded<T>(result: UseQueryResult<T, unknown>, form: (data: T) => ReactNode): ReactNode {
  if (result.data !== undefined) return form(result.data);
  if (!result.error) return null;
  return <ErrorState title={words.settings.unread} error={result.error} onRetry={() => void result.refetch()} />;
}

const forms = {
  organization: OrganizationSettings,
  invitations: InvitationSettings,
  guests: GuestSettings,
  licences: LicenceSettings,
  privacy: PrivacySettings,
} as const;

function OrganizationPart({ page }: { readonly page: keyof typeof forms }) {
  const { place } = useSession();
  const found = useQueryOf('organizations.get', { organizationId: place.id });
  const Form = forms[page];
  return loaded(found, (stored) => <Form key={`${place.id} ${page}`} stored={stored} />);
}

function MailPart() {
  const { place } = useSession();
  const found = useQueryOf('mail.settings', { organizationId: place.id });
  return loaded(found, ({ settings }) => <MailSettings key={place.id} stored={settings} />);
}

function PortalPart() {
  const { place } = useSession();
  const found = useQueryOf('portal.settings', { organizationId: place.id });
  return loaded(found, (stored) => <PortalSettings key={place.id} stored={stored} />);
}

/** Applies to the whole workspace, whichever organization is on screen. */
function BackupsPart() {
  const found = useQueryOf('backups.settings', {});
  return loaded(found, (stored) => <BackupSettings stored={stored} />);
}

/** The same: there is one key for all organizations. */
function SecurityPart() {
  const found = useQueryOf('key.state', {});
  return loaded(found, (stored) => <KeySettings stored={stored} />);
}

const ownersOnly: { readonly [P in Page]?: string } = {
  backups: words.backups.ownersOnly,
  security: words.key.ownersOnly,
};

const parts: Readonly<Record<Page, ReactNode>> = {
  organization: <OrganizationPart page="organization" />,
  invitations: <OrganizationPart page="invitations" />,
  guests: <OrganizationPart page="guests" />,
  licences: <OrganizationPart page="licences" />,
  privacy: <OrganizationPart page="privacy" />,
  products: <ProductSettings />,
  mail: <MailPart />,
  wording: <WordingSettings />,
  portal: <PortalPart />,
  backups: <BackupsPart />,
  security: <SecurityPart />,
};

/** Settings of the organization, of its mail and of the portal, each on a page of its own. */
export function SettingsPage() {
  const session = useSession();
  const { section } = useParams<{ section?: string }>();
  const { settings, desktop, errors } = words;
  const at = pages.find(({ page }) => page === section);
  if (!at) {
    const first = pages.find((one) => mayOpen(one, session)) ?? pages[0];
    return <Redirect to={`/settings/${first?.page ?? 'organization'}`} replace />;
  }
  return (
    <div className={classes.page}>
      <PageHeader title={settings.title} />
      <div className={classes.parts}>
        <nav className={classes.nav} aria-label={settings.navigation}>
          {navigation.map(({ title, entries }, i) => (
            <section key={title} aria-labelledby={`settings-group-${i}`} className={classes.group}>
              <h2 id={`settings-group-${i}`} className={classes.title}>
                {title}
              </h2>
              {entries.map(({ href, label, icon: Icon }) => (
                <Link
                  key={label}
                  href={href}
                  className={classes.link}
                  aria-current={href === `/settings/${at.page}` ? 'page' : undefined}
                >
                  <Icon size={17} stroke={1.6} aria-hidden />
                  {label}
                </Link>
              ))}
            </section>
          ))}
        </nav>
        {mayOpen(at, session) ? (
          parts[at.page]
        ) : (
          <Quiet
            title={desktop.denied.title}
            text={at.needs === 'owner' ? (ownersOnly[at.page] ?? '') : desktop.denied.page(errors.rights[at.needs])}
          />
        )}
      </div>
    </div>
  );
}
