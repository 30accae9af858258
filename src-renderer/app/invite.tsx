import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  startTransition,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { useSession } from './session.ts';

/** Ways in: one row per person, a pasted list, one person step by step, a file, or a file compared with who is here. */
export type InviteMode = 'rows' | 'paste' | 'wizard' | 'import' | 'compare';

const InviteDialog = lazy(() =>
  import('../features/invitations/InviteDialog.tsx').then((module) => ({ default: module.InviteDialog })),
);
const ImportDialog = lazy(() =>
  import('../features/import/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
);
const CompareDialog = lazy(() =>
  import('../features/import/CompareDialog.tsx').then((module) => ({ default: module.CompareDialog })),
);
const InviteGuestsDialog = lazy(() =>
  import('../features/guests/InviteGuestsDialog.tsx').then((module) => ({ default: module.InviteGuestsDialog })),
);
const WizardDialog = lazy(() =>
  import('../features/wizard/WizardDialog.tsx').then((module) => ({ default: module.WizardDialog })),
);

/** What a dialog starts with. */
export interface InviteStart {
  /** Users, unless given. */
  readonly kind?: InvitableKind;
  /** A file that was dropped on the page. */
  readonly file?: File;
  /** Somebody to invite again, as the first row. */
  readonly person?: { readonly email: string; readonly name: string };
}

interface Invite {
  /** `opener` gets the focus back; without it, whatever has the focus now. */
  readonly open: (mode: InviteMode, opener?: HTMLElement | null, start?: InviteStart) => void;
  readonly allowed: boolean;
  /** The dialog for guests, which needs its own right; `first` is an address filled in from the start. */
  readonly openGuests: (opener?: HTMLElement | null, first?: string) => void;
}
const InviteContext = createContext<Invite>({ open: () => {}, allowed: false, openGuests: () => {} });

/** Opens one of the dialogs that invite people; `allowed` tells whether the person may. */
export const useInvite = () => useContext(InviteContext);

function giveBack(opener: Element | null) {
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else document.getElementById('content')?.focus();
}

interface Opening {
  /** Each opening has a fresh dialog: one that exists already would be filled all at once, in the frame that shows it. */
  readonly nth: number;
  readonly opened: boolean;
  readonly start: InviteStart;
}

/** Holds the dialogs, so that every page and key can open them; their code is loaded when first opened. */
export function InviteProvider({ children }: { readonly children: ReactNode }) {
  const { may } = useSession();
  const allowed = may('users:write');
  const mayRead = may('users:read');
  const guestsAllowed = may('guests:invite');
  const [batch, setBatch] = useState<(Opening & { readonly mode: 'rows' | 'paste' }) | null>(null);
  const [wizard, setWizard] = useState<Opening | null>(null);
  const [file, setFile] = useState<Opening | null>(null);
  const [comparison, setComparison] = useState<Opening | null>(null);
  const [guests, setGuests] = useState<(Omit<Opening, 'start'> & { readonly first: string | undefined }) | null>(null);
  const openings = useRef(0);
  const openedBy = useRef<Element | null>(null);
  const open = useCallback(
    (mode: InviteMode, opener?: HTMLElement | null, start: InviteStart = {}) => {
      // a comparison only reads
      if (!(mode === 'compare' ? mayRead : allowed)) return;
      openedBy.current = opener ?? document.activeElement;
      const opening = { nth: ++openings.current, opened: true, start };
      // a dialog is prepared behind the page
      startTransition(() => {
        if (mode === 'wizard') setWizard(opening);
        else if (mode === 'import') setFile(opening);
        else if (mode === 'compare') setComparison(opening);
        else setBatch({ ...opening, mode });
      });
    },
    [allowed, mayRead],
  );
  const openGuests = useCallback(
    (opener?: HTMLElement | null, first?: string) => {
      if (!guestsAllowed) return;
      openedBy.current = opener ?? document.activeElement;
      const nth = ++openings.current;
      startTransition(() => setGuests({ nth, opened: true, first }));
    },
    [guestsAllowed],
  );
  const close = useCallback(() => {
    setBatch((now) => now && { ...now, opened: false });
    setWizard((now) => now && { ...now, opened: false });
    setFile((now) => now && { ...now, opened: false });
    setComparison((now) => now && { ...now, opened: false });
    setGuests((now) => now && { ...now, opened: false });
    // the dialog was loaded open and does not know its opener; it lets go of the focus a moment later
    setTimeout(() => giveBack(openedBy.current), 20);
  }, []);
  const value = useMemo(() => ({ open, allowed, openGuests }), [open, allowed, openGuests]);
  return (
    <InviteContext value={value}>
      {children}
      <Suspense>
        {batch ? (
          <InviteDialog key={batch.nth} opened={batch.opened} mode={batch.mode} start={batch.start} onClose={close} />
        ) : null}
      </Suspense>
      <Suspense>
        {wizard ? <WizardDialog key={wizard.nth} opened={wizard.opened} start={wizard.start} onClose={close} /> : null}
      </Suspense>
      <Suspense>
        {file ? <ImportDialog key={file.nth} opened={file.opened} start={file.start} onClose={close} /> : null}
      </Suspense>
      <Suspense>
        {comparison ? (
          <CompareDialog key={comparison.nth} opened={comparison.opened} start={comparison.start} onClose={close} />
        ) : null}
      </Suspense>
      <Suspense>
        {guests ? (
          <InviteGuestsDialog key={guests.nth} opened={guests.opened} first={guests.first} onClose={close} />
        ) : null}
      </Suspense>
    </InviteContext>
  );
}
