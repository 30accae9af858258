import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react';
import { useSession } from './session.ts';

export type InviteMode = 'rows' | 'paste';

const InviteDialog = lazy(() =>
  import('../features/invitations/InviteDialog.tsx').then((module) => ({ default: module.InviteDialog })),
);

interface Invite {
  readonly open: (mode: InviteMode) => void;
  readonly allowed: boolean;
}
const InviteContext = createContext<Invite>({ open: () => {}, allowed: false });

/** Opens the dialog that invites people; `allowed` tells whether the person may. */
export const useInvite = () => useContext(InviteContext);

/** Holds the one dialog, so that every page and key can open it; its code is loaded with the first opening. */
export function InviteProvider({ children }: { readonly children: ReactNode }) {
  const allowed = useSession().may('users:write');
  const [dialog, setDialog] = useState<{ mode: InviteMode; opened: boolean } | null>(null);
  const open = useCallback((mode: InviteMode) => allowed && setDialog({ mode, opened: true }), [allowed]);
  const close = useCallback(() => setDialog((now) => now && { ...now, opened: false }), []);
  const value = useMemo(() => ({ open, allowed }), [open, allowed]);
  return (
    <InviteContext value={value}>
      {children}
      {dialog ? (
        <Suspense>
          <InviteDialog opened={dialog.opened} mode={dialog.mode} onClose={close} />
        </Suspense>
      ) : null}
    </InviteContext>
  );
}
