import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open, what is typed and which option is reached. */
const [paletteStore, palette] = createSpotlight();

export { paletteStore };

export const openPalette = palette.open;
export const closePalette = palette.close;

/** Reaches an option by its place among all of them. The library does so too, but tells nobody. */
export const reach = (selected: number): void => paletteStore.setState({ ...paletteStore.getState(), selected });
