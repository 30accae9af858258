import { useState } from 'react';
import { wordsFor } from '../app/words.ts';

/**
 * What a dialog with one question does with the answer: it is busy meanwhile, closes when all went well, and else says why
 * not.
 * @param reason what is said of an error; its own words when left out
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
