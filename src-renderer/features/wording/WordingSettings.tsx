import { Select } from '@mantine/core';
import { useState } from 'react';
import { Redirect, useParams } from 'wouter';
import { type Language, ownNameOf } from '#contract/messages/languages.ts';
import { type WordingKind, wordingKinds } from '#contract/vocabulary/wording.ts';
import { whenFreeToLeave } from '../../app/leaving.ts';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { useNarrow } from '../../app/sizes.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { LookPage } from './LookPage.tsx';
import { MailList } from './MailList.tsx';
import { WordingPage } from './WordingPage.tsx';
import classes from './WordingSettings.module.css';

const say = words.wording;
const look = 'look';
const isKind = (part: string | undefined): part is WordingKind =>
  (wordingKinds as readonly string[]).includes(part ?? '');

/** What mails say and how they look: the mails on the left, the chosen one with its preview on the right. */
export function WordingSettings() {
  const { place } = useSession();
  const organizationId = place.id;
  const { part } = useParams<{ part?: string }>();
  const narrow = useNarrow();
  const list = useQueryOf('wording.list', { organizationId });
  const [language, setLanguage] = useState<Language>(place.language);
  if (!isKind(part) && part !== look) return <Redirect to={`/settings/wording/${wordingKinds[0]}`} replace />;
  if (!list.data) {
    return list.error ? <ErrorState title={say.unread} error={list.error} onRetry={() => void list.refetch()} /> : null;
  }
  const { languages, rows } = list.data;
  const changed = new Set(rows.filter((row) => row.changed && row.language === language).map((row) => row.kind));
  const choice =
    languages.length > 1 ? (
      <Select
        label={say.language}
        data={languages.map((value) => ({ value, label: ownNameOf(value) }))}
        value={language}
        onChange={(value) => value && whenFreeToLeave(() => setLanguage(value))}
        allowDeselect={false}
      />
    ) : null;
  return (
    <div className={classes.parts} data-narrow={narrow || undefined}>
      {narrow ? (
        <div className={classes.choose}>
          <Select
            label={say.mail}
            data={[
              ...wordingKinds.map((kind) => ({
                value: kind,
                label: changed.has(kind) ? say.withMark(say.kinds[kind].name) : say.kinds[kind].name,
              })),
              { value: look, label: say.look.title },
            ]}
            value={part}
            onChange={(value) => value && go(`/settings/wording/${value}`)}
            allowDeselect={false}
          />
          {choice}
        </div>
      ) : (
        <MailList at={part} changed={changed}>
          {choice}
        </MailList>
      )}
      {part === look ? (
        <LookPage key={organizationId} />
      ) : (
        <WordingPage key={`${organizationId} ${part} ${language}`} kind={part} language={language} />
      )}
    </div>
  );
}
