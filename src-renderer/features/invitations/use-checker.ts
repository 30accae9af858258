import { useEffect, useState, useSyncExternalStore } from 'react';
import { contract } from '#contract/index.ts';
import { call } from '../../app/api.ts';
import { Checker } from './checker.ts';

const reads = contract['invitations.preview'].reads ?? [];

/** A checker of this organization's lists; it checks again when members, roles or rules change under it. */
export function useChecker(organizationId: number): Checker {
  const [checker] = useState(() => new Checker((text) => call('invitations.preview', { organizationId, text })));
  useEffect(() => {
    const stopListening = window.gatehouse.onChange((tags) => {
      if (tags.some((tag) => reads.includes(tag))) checker.again();
    });
    return () => {
      stopListening();
      checker.stop();
    };
  }, [checker]);
  return checker;
}

export const useCheckState = (checker: Checker) => useSyncExternalStore(checker.subscribe, checker.read);
