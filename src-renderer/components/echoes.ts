/**
 * Tells what comes back to a field that has told it from what others set. Between a key and the value that comes back for it
 * more keys may have been pressed: taking an echo for news would undo them.
 */
export function newEchoes() {
  let told: string[] = [];
  return {
    /** The field tells this value. */
    tell(value: string): void {
      told.push(value);
    },
    /** This value came in: true when it is one that was told. What was told before it has been passed over. */
    isEcho(value: string): boolean {
      const at = told.indexOf(value);
      told = at < 0 ? [] : told.slice(at + 1);
      return at >= 0;
    },
  };
}
