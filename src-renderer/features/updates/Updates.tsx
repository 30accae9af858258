import { Button, Switch } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { UpdateState } from '#contract/updates.ts';
import { desktop } from '../../app/api.ts';
import { savePreferences, usePreference } from '../../app/preferences.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Moment } from '../../components/Moment.tsx';
import { Notice } from '../../components/Notice.tsx';
import part from '../profile/ProfilePage.module.css';
import { Offer } from './Offer.tsx';
import { useUpdates } from './store.ts';
import classes from './Updates.module.css';

/** Whether Gatehouse looks for newer versions, and what it found. */
export function Updates() {
  const state = useUpdates();
  const { updates: say } = words;
  return (
    <section className={part.part} aria-labelledby="profile-updates" aria-busy={!state}>
      <div>
        <h2 id="profile-updates" className={fields.title}>
          {say.title}
        </h2>
        {state?.host === null ? <p className={part.lead}>{state.off === 'demo' ? say.demo : say.noFeed}</p> : null}
      </div>
      {state?.host ? <Feed state={state} host={state.host} /> : null}
    </section>
  );
}

function Feed({ state, host }: { readonly state: UpdateState; readonly host: string }) {
  const { updates: say } = words;
  const wanted = usePreference('updates');
  const { at, trouble } = state;
  const looking = at === 'looking';
  return (
    <>
      <Switch
        label={say.byItself}
        description={say.byItselfHint(host)}
        checked={wanted === true}
        onChange={(event) => savePreferences({ updates: event.currentTarget.checked })}
      />
      {trouble ? (
        <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          {say.trouble[trouble.code](trouble.detail)}
        </Notice>
      ) : null}
      {state.offer ? <Offer state={state} offer={state.offer} /> : null}
      {at === 'rest' || at === 'found' || looking ? (
        <div className={classes.line}>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
            loading={looking}
            onClick={() => void desktop.lookForUpdates()}
          >
            {say.look}
          </Button>
          <span className="gh-dim" role="status">
            {looking ? say.looking : trouble || state.offer ? null : <Looked at={state.lookedAt} />}
          </span>
        </div>
      ) : null}
    </>
  );
}

function Looked({ at }: { readonly at: number | null }) {
  const { updates: say } = words;
  if (at === null) return say.never;
  return (
    <>
      {say.upToDate} <Moment at={at} show="ago" />
    </>
  );
}
