const names: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * Keys as Electron's menus name them. A sequence of two keys is no accelerator; and on macOS, where menus get keys before
 * anything else, one without ⌘ would swallow a letter that somebody types.
 */
export function acceleratorOf(keys: string | null, mac: boolean): string | undefined {
  if (!keys || keys.includes(' ') || (mac && !keys.startsWith('Mod+'))) return undefined;
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join('+');
}
