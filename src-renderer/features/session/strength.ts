/** 0 (guessed at once) to 4 (strong). */
export type Score = 0 | 1 | 2 | 3 | 4;

type Check = (password: string, about: readonly string[]) => Score;
let loading: Promise<Check> | undefined;

async function load(): Promise<Check> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return (password, about) => zxcvbn.check(password, [...about]).score;
}

/**
 * How hard a password is to guess for somebody who knows its owner. The lists are large and loaded on the first call.
 * Only a hint: the core decides what it accepts.
 */
export async function strengthOf(password: string, about: readonly string[]): Promise<Score> {
  loading ??= load();
  const check = await loading;
  return check(
    password.slice(0, 128),
    about.flatMap((text) => text.split(/[\s@.]+/)).filter((word) => word.length > 2),
  );
}
