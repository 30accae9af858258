import { Button, Progress, Text } from '@mantine/core';
import { IconDownload, IconRotateClockwise } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UpdateOffer, UpdateState } from '#contract/updates.ts';
import { desktop } from '../../app/api.ts';
import { useHoldsSomething } from '../../app/held.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Moment } from '../../components/Moment.tsx';
import classes from './Updates.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface OfferProps {
  readonly state: UpdateState;
  readonly offer: UpdateOffer;
}

/** A newer version: what it is, and the next step with it. */
export function Offer({ state, offer }: OfferProps) {
  const { updates: say } = words;
  const { data: about } = useQuery({ queryKey: ['desktop.about'], queryFn: () => desktop.about() });
  const { version, bytes, releasedAt, notes } = offer;
  const there = state.at === 'ready' || state.at === 'leaving';
  return (
    <div className={classes.offer}>
      <div role="status">
        <h3 className={classes.version}>{there ? say.ready(version) : say.found(version)}</h3>
        <p className={classes.facts}>
          {about ? `${say.here(about.version)} ` : null}
          {releasedAt === undefined ? null : (
            <>
              {say.released} <Moment at={releasedAt} show="exact" />
              {bytes === undefined ? null : ', '}
            </>
          )}
          {bytes === undefined ? null : words.backups.size(bytes)}
        </p>
      </div>
      <div>
        <h4 className={classes.heading}>{say.notes}</h4>
        {notes ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard
          <section className={classes.notes} aria-label={say.notes} tabIndex={0}>
            {/* plain text: a feed has no say in how it is shown */}
            {notes}
          </section>
        ) : (
          <p className={classes.facts}>{say.noNotes}</p>
        )}
      </div>
      {state.way === 'itself' ? <Step state={state} offer={offer} /> : <p className={classes.way}>{say[state.way]}</p>}
    </div>
  );
}

function Step({ state, offer: { bytes, version } }: OfferProps) {
  const { updates: say } = words;
  const [asking, setAsking] = useState(false);
  const unsaved = useHoldsSomething();
  const { at, received } = state;
  if (at === 'downloading') {
    return (
      <div className={classes.line}>
        <div className={classes.progress}>
          <Progress.Root size={8}>
            <Progress.Section value={bytes ? (100 * received) / bytes : 100} aria-label={say.progress} />
          </Progress.Root>
          <span className="gh-dim">{say.downloading(received, bytes)}</span>
        </div>
        <Button variant="default" onClick={() => void desktop.cancelUpdate()}>
          {say.cancel}
        </Button>
      </div>
    );
  }
  if (at !== 'ready' && at !== 'leaving') {
    return (
      <div>
        <Button leftSection={<IconDownload {...icon} />} onClick={() => void desktop.downloadUpdate()}>
          {say.download}
        </Button>
      </div>
    );
  }
  const leaving = at === 'leaving';
  return (
    <div>
      <Button leftSection={<IconRotateClockwise {...icon} />} disabled={leaving} onClick={() => setAsking(true)}>
        {leaving ? say.leaving : say.restart}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={say.ask.title}
        subject={say.ready(version)}
        text={say.ask.text}
        keep={say.ask.keep}
        confirm={say.restart}
        icon={<IconRotateClockwise {...icon} />}
        busy={leaving}
        calm={!unsaved}
        onConfirm={() => {
          setAsking(false);
          void desktop.installUpdate();
        }}
      >
        {unsaved ? <Text mt={8}>{words.desktop.closing.text}</Text> : null}
      </ConfirmDialog>
    </div>
  );
}
