import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Permission } from '#contract/permissions.ts';
import { PageBoundary } from '../components/PageBoundary.tsx';
import { Quiet } from '../components/Quiet.tsx';
import { UsersPage } from '../features/users/UsersPage.tsx';
import { go } from './location.ts';
import { useSession } from './session.ts';
import { words } from './words.ts';

const OutboxPage = lazy(() => import('../features/outbox/OutboxPage.tsx').then((m) => ({ default: m.OutboxPage })));
const SettingsPage = lazy(() =>
  import('../features/settings/SettingsPage.tsx').then((m) => ({ default: m.SettingsPage })),
);
const DemoMailPage = lazy(() => import('../features/demo/DemoMailPage.tsx').then((m) => ({ default: m.DemoMailPage })));

function Needs({ right, children }: { readonly right: Permission; readonly children: ReactNode }) {
  const { may } = useSession();
  if (may(right)) return children;
  const { denied } = words.desktop;
  return <Quiet title={denied.title} text={denied.page(words.errors.rights[right])} />;
}

/** What each path shows. A failing page leaves the shell standing. */
export function Pages() {
  const { demo } = useSession();
  const { unknownPage } = words.desktop;
  return (
    <PageBoundary>
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
          <Route path="/settings/:section?">
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
