import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { allLanguages, ownNameOf } from '#contract/messages/languages.ts';
import { whenFreeToLeave } from '../../app/leaving.ts';
import { savePreferences } from '../../app/preferences.ts';
import { language, words } from '../../app/words.ts';
import classes from './LanguageChoice.module.css';

// comes right after the first sight, of which a dialog is no part
const LeaveGuard = lazy(() => import('../../components/LeaveGuard.tsx').then((m) => ({ default: m.LeaveGuard })));

/**
 * What the window speaks, before anybody is signed in who could look for it in the profile: each language by its own name. The page loads
 * anew, so what is typed is asked about first.
 */
export const LanguageChoice = ({ typed }: { readonly typed: boolean }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
  <div role="group" aria-label={words.profile.thisComputer.language} className={classes.languages}>
    {allLanguages.map((each) => (
      <UnstyledButton
        key={each}
        lang={each}
        className={classes.language}
        aria-pressed={each === language}
        onClick={() => {
          if (each !== language) whenFreeToLeave(() => savePreferences({ language: each }));
        }}
      >
        {ownNameOf(each)}
      </UnstyledButton>
    ))}
    <Suspense>
      <LeaveGuard active={typed} />
    </Suspense>
  </div>
);
