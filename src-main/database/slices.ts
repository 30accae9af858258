/**
 * Parts of at most `most`: a statement has a bounded number of parameters, and slices of one size are one prepared
 * statement.
 */
export function* slices<T>(items: readonly T[], most = 100): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += most) yield items.slice(i, i + most);
}
