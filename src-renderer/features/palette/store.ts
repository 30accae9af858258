import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open, what is typed and which option is reached. */
const [paletteStore, palette] = createSpotlight();

export { paletteStore };

let opener: Element | null = null;

export function openPalette(): void {
  opener = document.activeElement;
  palette.open();
}

/** The dialog gives the focus back too, but a moment too late for what follows at once. */
export function focusOpener(): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

export const closePalette = palette.close;

/** Reaches an option by its place among all of them. The library does so too, but tells nobody. */
export const reach = (selected: number): void => paletteStore.setState({ ...paletteStore.getState(), selected });
