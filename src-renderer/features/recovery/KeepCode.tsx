import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { words } from '../../app/words.ts';
import gate from '../session/Gate.module.css';
import { Gate } from '../session/Gate.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

export interface FreshCode {
  readonly email: string;
  readonly code: string;
}

interface KeepCodeProps {
  readonly fresh: FreshCode;
  /** Another one was used up for it. */
  readonly again?: boolean;
  readonly onKept: () => void;
}

const { keep: say } = words.recovery;

/** Shows an owner's fresh recovery code, before the console. Only its button leads on: no key does so by a slip. */
export function KeepCode({ fresh, again = false, onKept }: KeepCodeProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // not the button: the Enter that came here may still be held
  useEffect(() => title.current?.focus(), []);
  return (
    <Gate width={560}>
      <h1 className={gate.title} ref={title} tabIndex={-1}>
        {say.title}
      </h1>
      <p className={gate.intro}>{again ? say.leadAgain : say.lead}</p>
      <RecoveryCode {...fresh} />
      <Button size="md" fullWidth mt={24} onClick={onKept}>
        {say.kept}
      </Button>
    </Gate>
  );
}
