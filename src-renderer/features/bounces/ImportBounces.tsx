import { IconMailOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { words } from '../../app/words.ts';
import { DotsButton } from '../../components/DotsMenu.tsx';
import { GuardedItem, useWhyNot } from '../../components/Guarded.tsx';

const BouncesDialog = lazy(() => import('./BouncesDialog.tsx').then((module) => ({ default: module.BouncesDialog })));
const say = words.bounces.import;

/** The menu beside a page's title that opens the import of bounces; the dialog's code is loaded when first opened. */
export function ImportBounces() {
  const [dialog, setDialog] = useState<{ readonly opened: boolean } | null>(null);
  const why = useWhyNot('mail:write');
  const close = () => {
    setDialog({ opened: false });
    // the dialog was open when loaded and does not know its opener
    setTimeout(() => document.querySelector<HTMLElement>(`button[aria-label="${say.menu}"]`)?.focus(), 20);
  };
  return (
    <>
      <DotsButton label={say.menu}>
        <GuardedItem
          why={why}
          icon={<IconMailOff size={16} stroke={1.6} aria-hidden />}
          onClick={() => setDialog({ opened: true })}
        >
          {say.item}
        </GuardedItem>
      </DotsButton>
      <Suspense>{dialog ? <BouncesDialog opened={dialog.opened} onClose={close} /> : null}</Suspense>
    </>
  );
}
