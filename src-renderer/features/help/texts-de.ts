/** The German pages by path, bundled in this chunk: help reads nothing from the network. */
export const texts = import.meta.glob<string>('../../../resources/help/de/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
