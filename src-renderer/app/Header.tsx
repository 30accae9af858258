import { IconArrowLeft, IconArrowRight, IconHelpCircle } from '@tabler/icons-react';
import { actionKeys } from '#contract/actions.ts';
import { IconButton } from '../components/IconButton.tsx';
import { openHelp } from '../features/help/store.ts';
import { RunningJobs } from '../features/jobs/RunningJobs.tsx';
import { PaletteButton } from '../features/palette/PaletteButton.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import classes from './Header.module.css';
import { useHistory } from './location.ts';
import { MailState } from './MailState.tsx';
import { words } from './words.ts';

/** Back, forward and the palette on the left; mail, help and the account on the right. */
export function Header() {
  const { canGoBack, canGoForward } = useHistory();
  const { header } = words.desktop;
  return (
    <section className={classes.header} aria-label={header.label}>
      <IconButton label={header.back} keys={actionKeys.back} disabled={!canGoBack} onClick={() => history.back()}>
        <IconArrowLeft size={17} stroke={1.6} aria-hidden />
      </IconButton>
      <IconButton
        label={header.forward}
        keys={actionKeys.forward}
        disabled={!canGoForward}
        onClick={() => history.forward()}
      >
        <IconArrowRight size={17} stroke={1.6} aria-hidden />
      </IconButton>
      <PaletteButton />
      <div className={classes.right}>
        <RunningJobs />
        <MailState />
        <IconButton label={header.help} keys={actionKeys.help} onClick={() => openHelp()}>
          <IconHelpCircle size={18} stroke={1.6} aria-hidden />
        </IconButton>
        <AccountMenu />
      </div>
    </section>
  );
}
