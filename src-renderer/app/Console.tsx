import { useEffect, useRef } from 'react';
import { ExpiryWatch } from '../features/guests/ExpiryWatch.tsx';
import { HelpDialog } from '../features/help/HelpDialog.tsx';
import { BulkProvider } from '../features/jobs/bulk.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { UpdateWork } from '../features/updates/UpdateWork.tsx';
import classes from './Console.module.css';
import { DemoBar } from './DemoBar.tsx';
import { Header } from './Header.tsx';
import { InviteProvider } from './invite.tsx';
import { Keys } from './Keys.tsx';
import { LastPlace, useLastOrganization } from './last-place.ts';
import { Page } from './Page.tsx';
import { Rail } from './Rail.tsx';
import { useSession } from './session.ts';
import { followsSwitch } from './switch-organization.ts';
import { TrayWatch } from './TrayWatch.tsx';
import { Works } from './Works.tsx';
import { words } from './words.ts';

/** The shell once somebody is signed in: rail, header, and the page, which alone scrolls. */
export function Console() {
  const { id, name } = useSession().place;
  const content = useRef<HTMLElement>(null);
  useLastOrganization(id);
  useEffect(() => {
    if (followsSwitch()) content.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${name} – ${words.common.product}`;
  }, [name]);
  return (
    <InviteProvider>
      <BulkProvider>
        <LastPlace />
        <Keys />
        <ExpiryWatch />
        <Works />
        <UpdateWork />
        <TrayWatch />
        <div className={classes.shell}>
          <button type="button" className={classes.skip} onClick={() => content.current?.focus()}>
            {words.desktop.navigation.skip}
          </button>
          <Rail />
          <Header />
          <main id="content" ref={content} className={classes.main} tabIndex={-1}>
            <DemoBar />
            <Page />
          </main>
        </div>
        <Palette />
        <HelpDialog />
      </BulkProvider>
    </InviteProvider>
  );
}
