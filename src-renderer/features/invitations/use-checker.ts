import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { call } from '../../app/api.ts';
import { operations } from '../../app/operations.ts';
import { Checker } from './checker.ts';

const reads = operations['invitations.preview'].reads ?? [];

/**
 * A checker for this organization's lists; it checks again when members, roles or rules change, or when the same list
 * is to invite another kind of people.
 */
export function useChecker(organizationId: number, kind: InvitableKind): Checker {
  const asked = useRef(kind);
  const [checker] = useState(
    () => new Checker((text) => call('invitations.preview', { organizationId, text, kind: asked.current })),
  );
  useEffect(() => {
    if (asked.current === kind) return;
    asked.current = kind;
    checker.again();
  }, [checker, kind]);
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
