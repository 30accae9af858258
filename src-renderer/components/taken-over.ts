export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A list in which some were added and others removed by hand, on top of what it holds now. */
function listTakenOver(before: readonly unknown[], typed: readonly unknown[], now: readonly unknown[]): unknown[] {
  const kept = now.filter((each) => !before.includes(each) || typed.includes(each));
  return [...kept, ...typed.filter((each) => !before.includes(each) && !now.includes(each))];
}

/**
 * What a form holds after the stored values have changed: fields in which somebody typed keep it, and the others take over
 * what is stored now. In a list, each item counts alone.
 * @param before the stored values that the typing began with
 */
export function takenOver<V extends object>(before: V, typed: V, now: V): V {
  const field = (name: keyof V): unknown => {
    const [was, has, is] = [before[name], typed[name], now[name]];
    if (isSame(was, has)) return is;
    return Array.isArray(was) && Array.isArray(has) && Array.isArray(is) ? listTakenOver(was, has, is) : has;
  };
  const names = Object.keys(now) as (keyof V)[];
  return Object.fromEntries(names.map((name) => [name, field(name)])) as V;
}
