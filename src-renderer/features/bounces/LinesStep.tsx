import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { go } from '../../app/location.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import flow from '../import/Import.module.css';
import { countEffects, summary } from './effects.ts';
import { LineList } from './LineList.tsx';
import type { Bounces } from './use-bounces.ts';

const say = words.bounces.import;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** What each line would do, before it is done. */
export function CheckStep({ state, onCancel }: { readonly state: Bounces; readonly onCancel: () => void }) {
  const { lines, busy, error } = state;
  const { marked, noted, left } = countEffects(lines);
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => primary.current?.focus(), []);
  const does = marked + noted;
  return (
    <>
      <div className={flow.body}>
        {error ? (
          <Notice kind="bad" icon={<IconAlertTriangle {...icon} />}>
            {wordsFor(error)}
          </Notice>
        ) : null}
        <div className={flow.list}>
          <LineList lines={lines} />
        </div>
      </div>
      <div className={flow.footer}>
        <span className={flow.facts} role="status">
          {does === 0 ? say.nothing : say.facts(marked, noted, left)}
        </span>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {words.common.cancel}
        </Button>
        <Button ref={does === 0 ? primary : null} variant="default" disabled={busy} onClick={state.back}>
          {say.back}
        </Button>
        <Button
          ref={does === 0 ? null : primary}
          disabled={does === 0}
          loading={busy}
          onClick={() => void state.apply()}
        >
          {say.apply(does)}
        </Button>
      </div>
    </>
  );
}

/** What was done, line by line, with a link to the people whose mail came back. */
export function ResultStep({ state, onDone }: { readonly state: Bounces; readonly onDone: () => void }) {
  const { lines } = state;
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => primary.current?.focus(), []);
  return (
    <>
      <div className={flow.body}>
        <Notice kind="plain" icon={<IconCircleCheck {...icon} />}>
          <span role="status">{summary(lines)}</span>
        </Notice>
        <div className={flow.list}>
          <LineList lines={lines} />
        </div>
      </div>
      <div className={flow.footer}>
        <span className={flow.facts} />
        {countEffects(lines).marked > 0 ? (
          <Button
            variant="default"
            onClick={() => {
              onDone();
              go('/pending?mail=bounced');
            }}
          >
            {say.done.show}
          </Button>
        ) : null}
        <Button ref={primary} onClick={onDone}>
          {words.common.done}
        </Button>
      </div>
    </>
  );
}
