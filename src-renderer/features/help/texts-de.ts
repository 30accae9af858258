/** The German pages by their path, within this chunk of the build: help reads nothing from the network. */
export const texts = import.meta.glob<string>('../../../resources/help/de/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
