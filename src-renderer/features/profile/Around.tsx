import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Surroundings } from '#contract/desktop.ts';
import { ApiError, desktop } from '../../app/api.ts';
import { savePreferences, usePreference } from '../../app/preferences.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';

/** Desktop settings: the tray, and starting at login. What this desktop cannot do is off, and says why. */
export function Around() {
  const { thisComputer: say } = words.profile;
  const tray = usePreference('tray');
  const [around, setAround] = useState<Surroundings>();
  const look = () => desktop.surroundings().then(setAround, toastError);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when first shown
  useEffect(() => void look(), []);
  const startAtLogin = async (on: boolean) => {
    const refused = await desktop.startAtLogin(on);
    if (refused) toastError(new ApiError('desktop.startAtLogin', refused));
    await look();
  };
  const noTray = around?.tray === false;
  const noLogin = around?.startsAtLogin === null;
  return (
    <>
      <Switch
        label={say.tray}
        description={noTray ? say.noTray : say.trayHint}
        checked={tray === true && !noTray}
        disabled={noTray}
        onChange={(event) => savePreferences({ tray: event.currentTarget.checked })}
      />
      <Switch
        label={say.startAtLogin}
        description={noLogin ? say.noLogin : say.startAtLoginHint}
        checked={around?.startsAtLogin === true}
        disabled={noLogin}
        onChange={(event) => void startAtLogin(event.currentTarget.checked)}
      />
    </>
  );
}
