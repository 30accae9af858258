/** What `chordOf` needs of a key press. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
/** Characters that some layouts put on a shifted key: their own name is enough, without `Shift`. */
const isSign = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase();

/** The name of a key press: `Mod+I`, `Shift+G`, `?`, `Delete`; undefined for a modifier alone. */
export function chordOf(press: Press, mac: boolean = isMac): string | undefined {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead'].includes(press.key)) return undefined;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other) return undefined;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  // AltGr, which many layouts need for such characters, reports itself as Ctrl and Alt
  const alt = press.altKey && !(mod && isSign(press.key));
  const parts = [
    mod && !(press.altKey && isSign(press.key)) ? 'Mod' : '',
    alt ? 'Alt' : '',
    press.shiftKey && !isSign(press.key) ? 'Shift' : '',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

/** Two keys belong together when the second follows within this time, in ms. */
const patience = 1200;

/** Remembers the last chord: returns what the newest press can mean, the longer name first. */
export function sequence(): (chord: string, at: number) => readonly string[] {
  let before: { chord: string; at: number } | undefined;
  return (chord, at) => {
    const names = before && at - before.at <= patience ? [`${before.chord} ${chord}`, chord] : [chord];
    before = { chord, at };
    return names;
  };
}

/** Whether key presses are typing text at the moment. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
