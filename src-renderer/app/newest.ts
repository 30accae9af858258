/**
 * Takes the answer to the newest of several questions. Those to earlier ones may arrive later, and are dropped.
 * @returns call it with each answer that is on its way, and what to do with it
 */
export function newestOnly<T>(): (answer: Promise<T>, take: (value: T) => void) => Promise<void> {
  let asked = 0;
  return async (answer, take) => {
    asked += 1;
    const mine = asked;
    const value = await answer;
    if (mine === asked) take(value);
  };
}
