import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open, what is typed and which option is current. */
const [paletteStore, palette] = createSpotlight();

export { paletteStore };

let opener: Element | null = null;

export function openPalette(): void {
  opener = document.activeElement;
  palette.open();
}

/** The dialog returns the focus too, but a moment too late for what follows at once. */
export function focusOpener(): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

export const closePalette = palette.close;

/** Makes an option current, by its place among all of them. The library can do so, too, but notifies nobody. */
export const reach = (selected: number): void => paletteStore.setState({ ...paletteStore.getState(), selected });
