import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { colorSchemeManager, schemeOf } from './color-scheme.ts';
import { cssVariables } from './css-variables.ts';
import { useHash } from './location.ts';
import { preferencesNow, usePreference } from './preferences.ts';
import { queryClient } from './queries.ts';
import { Stage } from './Stage.tsx';
import { styleNonce } from './style-nonce.ts';
import { themeFor } from './theme.ts';

const themes = { comfortable: themeFor('comfortable'), compact: themeFor('compact') };

const nonce = () => styleNonce;

/** The window: providers around whatever stage the workspace is at. */
export function App() {
  const density = usePreference('density') ?? 'comfortable';
  return (
    <MantineProvider
      theme={themes[density]}
      getStyleNonce={nonce}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme={schemeOf[preferencesNow().theme]}
    >
      <QueryClientProvider client={queryClient}>
        <Router hook={useHash}>
          <Stage />
        </Router>
        <Notifications position="bottom-right" autoClose={6000} limit={5} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
