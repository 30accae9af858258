import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { allLanguages, ownNameOf } from '#contract/messages/languages.ts';
import { whenFreeToLeave } from '../../app/leaving.ts';
import { savePreferences } from '../../app/preferences.ts';
import { language, words } from '../../app/words.ts';
import classes from './LanguageChoice.module.css';

// loaded right after the first sight, which needs no dialog
const LeaveGuard = lazy(() => import('../../components/LeaveGuard.tsx').then((m) => ({ default: m.LeaveGuard })));

/**
 * The window's language, for before sign-in, when the profile's setting cannot be reached; each language under its own
 * name. The page reloads, so it asks first if something was typed.
 */
export const LanguageChoice = ({ typed }: { readonly typed: boolean }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form submits
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
