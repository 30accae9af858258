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
  /** It replaces one that was used up. */
  readonly again?: boolean;
  readonly onKept: () => void;
}

const { keep: say } = words.recovery;

/** Shows an owner's new recovery code before the console. Only the button goes on, so that no key press does by mistake. */
export function KeepCode({ fresh, again = false, onKept }: KeepCodeProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // not the button: the Enter that led here may still be held down
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
