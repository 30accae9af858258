import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSession } from './session.ts';

export type InviteMode = 'rows' | 'paste';

const InviteDialog = lazy(() =>
  import('../features/invitations/InviteDialog.tsx').then((module) => ({ default: module.InviteDialog })),
);

interface Invite {
  /** `opener` gets the focus back; left out, whatever has it now. */
  readonly open: (mode: InviteMode, opener?: HTMLElement | null) => void;
  readonly allowed: boolean;
}
const InviteContext = createContext<Invite>({ open: () => {}, allowed: false });

/** Opens the dialog that invites people; `allowed` tells whether the person may. */
export const useInvite = () => useContext(InviteContext);

function giveBack(opener: Element | null) {
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else document.getElementById('content')?.focus();
}

/** Holds the one dialog, so that every page and key can open it; its code is loaded with the first opening. */
export function InviteProvider({ children }: { readonly children: ReactNode }) {
  const allowed = useSession().may('users:write');
  const [dialog, setDialog] = useState<{ mode: InviteMode; opened: boolean } | null>(null);
  const openedBy = useRef<Element | null>(null);
  const open = useCallback(
    (mode: InviteMode, opener?: HTMLElement | null) => {
      if (!allowed) return;
      openedBy.current = opener ?? document.activeElement;
      setDialog({ mode, opened: true });
    },
    [allowed],
  );
  const close = useCallback(() => {
    setDialog((now) => now && { ...now, opened: false });
    // the dialog was loaded open and does not know its opener; it lets go of the focus a moment later
    setTimeout(() => giveBack(openedBy.current), 20);
  }, []);
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
