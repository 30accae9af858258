import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { words } from '../../app/words.ts';
import classes from './StrengthMeter.module.css';
import { type Score, strengthOf } from './strength.ts';

const looks = [
  { ink: 'gh-bad', color: 'red.7' },
  { ink: 'gh-bad', color: 'red.7' },
  { ink: 'gh-warn', color: 'yellow.6' },
  { ink: 'gh-ok', color: 'green.6' },
  { ink: 'gh-ok', color: 'green.6' },
] as const;

interface StrengthMeterProps {
  readonly password: string;
  /** Name, address, organization: what an attacker would try first. */
  readonly about: readonly string[];
}

/** Shows with a bar and a word how hard the password is to guess. */
export function StrengthMeter({ password, about }: StrengthMeterProps) {
  const [score, setScore] = useState<Score | null>(null);
  const facts = about.join('\n');
  useEffect(() => {
    let current = true;
    if (!password) setScore(null);
    else void strengthOf(password, facts.split('\n')).then((found) => current && setScore(found));
    return () => {
      current = false;
    };
  }, [password, facts]);
  const { strength } = words.organizations;
  const look = score === null ? null : looks[score];
  return (
    <div className={classes.meter}>
      <Progress
        className={classes.bar}
        size={4}
        value={score === null ? 0 : (score + 1) * 20}
        color={look?.color ?? 'gray'}
        aria-label={strength.label}
      />
      <span className={`${classes.word} ${look?.ink ?? ''}`} aria-live="polite">
        {score === null ? '' : strength.scores[score]}
      </span>
    </div>
  );
}
