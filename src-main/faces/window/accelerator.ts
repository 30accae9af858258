const names: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * Keys as Electron's menus name them. Two keys after another are no accelerator; and on macOS, where menus hear keys before
 * anything else, one without ⌘ would take a letter from whoever types.
 */
export function acceleratorOf(keys: string | null, mac: boolean): string | undefined {
  if (!keys || keys.includes(' ') || (mac && !keys.startsWith('Mod+'))) return undefined;
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join('+');
}
