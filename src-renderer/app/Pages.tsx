import { lazy, type ReactNode, Suspense } from 'react';
import { Route as AnyRoute, Redirect, Switch, useLocation } from 'wouter';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { PageBoundary } from '../components/PageBoundary.tsx';
import { Quiet } from '../components/Quiet.tsx';
import type { HelpedPath } from '../features/help/page-of.ts';
import { UsersPage } from '../features/users/UsersPage.tsx';
import { go } from './location.ts';
import { useSession } from './session.ts';
import { words } from './words.ts';

const OutboxPage = lazy(() => import('../features/outbox/OutboxPage.tsx').then((m) => ({ default: m.OutboxPage })));
const SettingsPage = lazy(() =>
  import('../features/settings/SettingsPage.tsx').then((m) => ({ default: m.SettingsPage })),
);
const OverviewPage = lazy(() =>
  import('../features/overview/OverviewPage.tsx').then((m) => ({ default: m.OverviewPage })),
);
const UserPage = lazy(() => import('../features/user/UserPage.tsx').then((m) => ({ default: m.UserPage })));
const PendingPage = lazy(() => import('../features/users/PendingPage.tsx').then((m) => ({ default: m.PendingPage })));
const DraftsPage = lazy(() => import('../features/drafts/DraftsPage.tsx').then((m) => ({ default: m.DraftsPage })));
const DraftPage = lazy(() => import('../features/drafts/DraftPage.tsx').then((m) => ({ default: m.DraftPage })));
const GuestsPage = lazy(() => import('../features/users/GuestsPage.tsx').then((m) => ({ default: m.GuestsPage })));
const InboxAgentsPage = lazy(() =>
  import('../features/users/InboxAgentsPage.tsx').then((m) => ({ default: m.InboxAgentsPage })),
);
const StructurePage = lazy(() =>
  import('../features/structure/StructurePage.tsx').then((m) => ({ default: m.StructurePage })),
);
const StructureItemPage = lazy(() =>
  import('../features/structure/StructureItemPage.tsx').then((m) => ({ default: m.StructureItemPage })),
);
const RolesPage = lazy(() => import('../features/roles/RolesPage.tsx').then((m) => ({ default: m.RolesPage })));
const AuditPage = lazy(() => import('../features/audit/AuditPage.tsx').then((m) => ({ default: m.AuditPage })));
const ProfilePage = lazy(() => import('../features/profile/ProfilePage.tsx').then((m) => ({ default: m.ProfilePage })));
const DemoMailPage = lazy(() => import('../features/demo/DemoMailPage.tsx').then((m) => ({ default: m.DemoMailPage })));

/** A path without a help page does not compile. */
const Route: (props: { readonly path?: HelpedPath; readonly children: ReactNode }) => ReturnType<typeof AnyRoute> =
  AnyRoute;

function Needs({ right, children }: { readonly right: Permission; readonly children: ReactNode }) {
  const { may } = useSession();
  if (may(right)) return children;
  const { denied } = words.desktop;
  return <Quiet title={denied.title} text={denied.page(words.errors.rights[right])} />;
}

/** What each path shows. A failing page leaves the shell standing. */
export function Pages() {
  const { demo } = useSession();
  const [place] = useLocation();
  const { unknownPage } = words.desktop;
  return (
    <PageBoundary place={place}>
      <Suspense>
        <Switch>
          <Route path="/">
            <Redirect to="/users" replace />
          </Route>
          <Route path="/users">
            <Needs right="users:read">
              <UsersPage />
            </Needs>
          </Route>
          <Route path="/overview">
            <Needs right="users:read">
              <OverviewPage />
            </Needs>
          </Route>
          <Route path="/users/:id">
            <Needs right="users:read">
              <UserPage />
            </Needs>
          </Route>
          <Route path="/pending">
            <Needs right="users:read">
              <PendingPage />
            </Needs>
          </Route>
          <Route path="/pending/drafts">
            <Needs right="users:read">
              <DraftsPage />
            </Needs>
          </Route>
          <Route path="/pending/drafts/:id">
            <Needs right="users:read">
              <DraftPage />
            </Needs>
          </Route>
          <Route path="/guests">
            <Needs right="guests:read">
              <GuestsPage />
            </Needs>
          </Route>
          <Route path="/inbox-agents">
            <Needs right="users:read">
              <InboxAgentsPage />
            </Needs>
          </Route>
          <Route path="/teams">
            <Needs right="structure:read">
              <StructurePage kind="teams" />
            </Needs>
          </Route>
          <Route path="/teams/:id">
            <Needs right="structure:read">
              <StructureItemPage kind="teams" />
            </Needs>
          </Route>
          <Route path="/groups">
            <Needs right="structure:read">
              <StructurePage kind="groups" />
            </Needs>
          </Route>
          <Route path="/groups/:id">
            <Needs right="structure:read">
              <StructureItemPage kind="groups" />
            </Needs>
          </Route>
          <Route path="/products">
            <Redirect to="/settings/products" replace />
          </Route>
          <Route path="/products/:id">
            <Needs right="structure:read">
              <StructureItemPage kind="products" />
            </Needs>
          </Route>
          <Route path="/lines">
            <Redirect to="/settings/products" replace />
          </Route>
          <Route path="/lines/:id">
            <Needs right="structure:read">
              <StructureItemPage kind="lines" />
            </Needs>
          </Route>
          <Route path="/roles/:id?">
            <Needs right="roles:read">
              <RolesPage />
            </Needs>
          </Route>
          <Route path="/audit">
            <Needs right="audit:read">
              <AuditPage />
            </Needs>
          </Route>
          <Route path="/profile">
            <ProfilePage />
          </Route>
          <Route path="/outbox">
            <Needs right="mail:read">
              <OutboxPage />
            </Needs>
          </Route>
          {demo ? (
            <Route path="/demo">
              <DemoMailPage />
            </Route>
          ) : null}
          <Route path="/settings/:section?/:part?">
            <SettingsPage />
          </Route>
          <Route>
            <Quiet
              title={unknownPage.title}
              action={{ label: unknownPage.toUsers, onClick: () => go('/users', { replace: true }) }}
            />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}
