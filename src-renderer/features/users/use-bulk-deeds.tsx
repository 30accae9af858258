import { type ReactNode, useState } from 'react';
import type { UserChoice } from '#contract/user-filter.ts';
import type { UserRow } from '#contract/users.ts';
import type { ExportColumn } from '#contract/vocabulary/users.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { MarkDialog } from '../bounces/MarkDialog.tsx';
import { useBulk } from '../jobs/bulk.tsx';
import { BulkChange, type Change } from './BulkChange.tsx';
import { BulkConfirm } from './BulkConfirm.tsx';
import { BulkSponsor } from './BulkSponsor.tsx';
import { type AskedKey, type BulkKey, isAsked, isBelonging, type JobKey, operationOf } from './bulk-deeds.ts';
import { copyLinks } from './copy-links.ts';
import type { Belonging } from './list-state.ts';

interface BulkDeeds {
  readonly run: (deed: BulkKey) => void;
  /** The questions asked first; the page has to render them. */
  readonly dialogs: ReactNode;
}

interface Selected {
  readonly choice: () => UserChoice;
  readonly size: number;
  /** Everybody selected, if they are all on screen. */
  readonly rows: readonly UserRow[] | undefined;
  /** Called when the action has started, and its own dialog shows it. */
  readonly onStarted: () => void;
  /** What an export contains, if not the usual columns. */
  readonly exported: readonly ExportColumn[] | undefined;
}

/** The input of an action apart from the people. */
interface Told {
  readonly change?: Change;
  readonly notify?: boolean;
  readonly sponsorMembershipId?: number;
  readonly why?: string;
}

/** What can be done to the selected people. */
export function useBulkDeeds({ choice, size, rows, onStarted, exported }: Selected): BulkDeeds {
  const { place } = useSession();
  const bulk = useBulk();
  const [asked, setAsked] = useState<AskedKey>('remove');
  const [changed, setChanged] = useState<Belonging>('roles');
  const [opened, setOpened] = useState<'confirm' | 'change' | 'sponsor' | 'bounced' | null>(null);
  const close = () => setOpened(null);

  const start = async (deed: JobKey, { change, ...told }: Told = {}) => {
    close();
    const input = {
      organizationId: place.id,
      choice: choice(),
      ...(change && isBelonging(deed) ? { [deed]: change } : {}),
      ...told,
      ...(deed === 'export' && exported ? { columns: [...exported] } : {}),
    };
    // an export changes nobody, so everybody may stay selected for the next action
    if ((await bulk.start(operationOf[deed], input)) && deed !== 'export') onStarted();
  };

  const run = (deed: BulkKey) => {
    if (isBelonging(deed)) {
      setChanged(deed);
      setOpened('change');
    } else if (deed === 'links') void copyLinks(place.id, choice()).catch(toastError);
    else if (deed === 'sponsor' || deed === 'bounced') setOpened(deed);
    else if (isAsked(deed)) {
      setAsked(deed);
      setOpened('confirm');
    } else void start(deed);
  };

  // rendered from the start: a dialog that is open when mounted does not know where to return the focus
  const dialogs = (
    <>
      <BulkConfirm
        deed={asked}
        size={size}
        rows={rows}
        opened={opened === 'confirm'}
        onClose={close}
        onConfirm={(notify) => void start(asked, asked === 'renew' ? { notify } : {})}
      />
      <BulkChange
        what={changed}
        size={size}
        opened={opened === 'change'}
        onClose={close}
        onConfirm={(change) => void start(changed, { change })}
      />
      <MarkDialog
        size={size}
        opened={opened === 'bounced'}
        onClose={close}
        onConfirm={(why) => void start('bounced', { why })}
      />
      <BulkSponsor
        size={size}
        opened={opened === 'sponsor'}
        onClose={close}
        onConfirm={({ membershipId }) => void start('sponsor', { sponsorMembershipId: membershipId })}
      />
    </>
  );
  return { run, dialogs };
}
