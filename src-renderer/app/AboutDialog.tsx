import { Anchor, Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { wordError } from '#contract/messages/word.ts';
import { Mark } from '../components/Mark.tsx';
import { UpdatesShort } from '../features/updates/UpdatesShort.tsx';
import classes from './AboutDialog.module.css';
import { desktop } from './api.ts';
import { openOutside } from './open-outside.ts';
import { words } from './words.ts';

/** Version, folder and portal of the running program. */
export function AboutDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { data } = useQuery({
    queryKey: ['desktop.about'],
    queryFn: () => desktop.about(),
    enabled: opened,
    staleTime: 0,
  });
  const { about } = words.desktop;
  return (
    <Modal opened={opened} onClose={onClose} title={about.title} size={500}>
      <div className={classes.head}>
        <Mark size={36} />
        <div>
          <div className={classes.product}>{words.common.product}</div>
          {data ? (
            <div className="gh-dim">{`${about.version} ${data.version} · ${about.electron} ${data.electron}`}</div>
          ) : null}
        </div>
      </div>
      {data?.standsInFor ? <p className="gh-dim">{about.standIn(data.standsInFor)}</p> : null}
      {data ? (
        <dl className={classes.facts}>
          <dt>{about.folder}</dt>
          <dd>
            <span className="gh-mono">{data.folder}</span>
            <Button variant="default" size="xs" onClick={() => void desktop.openFolder()}>
              {about.showFolder}
            </Button>
          </dd>
          <dt>{about.portal}</dt>
          <dd>
            {data.portalUrl ? (
              <Anchor component="button" type="button" onClick={() => void openOutside(data.portalUrl ?? '')}>
                {data.portalUrl}
              </Anchor>
            ) : (
              <span>{data.portalError ? wordError(words, data.portalError) : about.portalOff}</span>
            )}
          </dd>
          <dt>{about.updates}</dt>
          <dd>
            <UpdatesShort />
          </dd>
        </dl>
      ) : null}
      {data?.demo ? <p className="gh-dim">{about.demo}</p> : null}
    </Modal>
  );
}
