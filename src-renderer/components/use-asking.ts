import { useState } from 'react';
import { wordsFor } from '../app/words.ts';

/**
 * Handles the answer to a dialog with one question: busy while it is carried out, closed on success, otherwise saying what
 * went wrong.
 * @param reason words for an error; by default the usual ones
 */
export function useAsking(onClose: () => void, reason: (error: unknown) => string = wordsFor) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const answer = async (deed: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await deed();
      onClose();
    } catch (thrown) {
      setError(reason(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { error, setError, busy, answer };
}
