/** What the packaged command (`scripts/package/command`) puts before the words that were typed. */
const marks = ['--command', '--'];

/**
 * The words after `gatehouse` where the packaged program was started as the command; undefined where it is to open its
 * window. Chromium reads no switch after `--`, so an option of ours cannot be taken for one of its own (`--type`).
 */
export function commandIn(argv: readonly string[]): readonly string[] | undefined {
  const [mark, end] = marks;
  const at = argv.indexOf(end as string);
  return at > 0 && argv[at - 1] === mark ? argv.slice(at + 1) : undefined;
}
