import { type ReactNode, useState } from 'react';
import type { UserChoice } from '#contract/user-filter.ts';
import type { ExportColumn, UserRow } from '#contract/users.ts';
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
  /** What is asked first; to be put into the page. */
  readonly dialogs: ReactNode;
}

interface Selected {
  readonly choice: () => UserChoice;
  readonly size: number;
  /** All of them, when they are on screen. */
  readonly rows: readonly UserRow[] | undefined;
  /** The deed has begun, and is shown by its own dialog. */
  readonly onStarted: () => void;
  /** What an export holds, where it is not the usual. */
  readonly exported: readonly ExportColumn[] | undefined;
}

/** What a deed is told beside whom it is done to. */
interface Told {
  readonly change?: Change;
  readonly notify?: boolean;
  readonly sponsorMembershipId?: number;
  readonly why?: string;
}

/** What can be done to those who are selected. */
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
    // an export leaves everybody as they are, so they may stay selected for the next deed
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

  // there from the start: a dialog that is born open does not know whom to give the focus back to
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
