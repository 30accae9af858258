/**
 * Tells a value that a field reported itself, and now gets back, from one that others set. By the time it comes back, more
 * keys may have been pressed: taking the echo for news would undo them.
 */
export function newEchoes() {
  let told: string[] = [];
  return {
    /** The field reports this value. */
    tell(value: string): void {
      told.push(value);
    },
    /** Whether a value that comes in is one the field reported. Values reported earlier are then forgotten. */
    isEcho(value: string): boolean {
      const at = told.indexOf(value);
      told = at < 0 ? [] : told.slice(at + 1);
      return at >= 0;
    },
  };
}
