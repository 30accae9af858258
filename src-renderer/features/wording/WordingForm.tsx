import { Textarea, TextInput } from '@mantine/core';
import { IconLock, IconRestore, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { below } from '../settings/SettingsFrame.tsx';
import classes from './Editing.module.css';
import { type Example, ExampleChoice } from './ExampleChoice.tsx';
import { MailPreview } from './MailPreview.tsx';
import type { Mail } from './mail.ts';
import { Placeholders } from './Placeholders.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { TestDialog } from './TestDialog.tsx';
import { useInsert } from './use-insert.ts';
import { usePreview } from './use-preview.ts';

const say = words.wording;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface WordingFormProps {
  readonly mail: Mail;
  readonly stored: OutputOf<'wording.get'>;
}

/** Subject and text of one mail, with the placeholders, and a preview beside them. */
export function WordingForm({ mail, stored }: WordingFormProps) {
  const { may, place } = useSession();
  const organizationId = place.id;
  const lacking = useWhyNot('mail:write');
  const save = useCommand('wording.save');
  const [asked, setAsked] = useState<'reset' | 'test' | null>(null);
  const settings = useStoredForm({ subject: stored.subject, body: stored.body }, (values) =>
    save.mutateAsync({ organizationId, ...mail, ...values }),
  );
  const { form, dirty } = settings;
  const typed = form.values;
  const [example, setExample] = useState<Example>('user');
  const preview = usePreview(mail, { ...typed, example });
  const insert = useInsert();
  const wrong = Object.keys(preview.problems).length > 0;
  const field = (name: 'subject' | 'body') => ({
    ...form.getInputProps(name),
    error: preview.problems[name] ?? form.errors[name],
    readOnly: lacking !== undefined,
    spellCheck: true,
    ...insert.field(name),
  });
  const submit = () => {
    if (!wrong) return settings.save();
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  };
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !lacking) submit();
      }}
    >
      <div className={classes.scroll}>
        <div className={classes.head}>
          <div className={classes.title}>
            <h2 className={fields.title}>{say.kinds[mail.kind].name}</h2>
            <p className={classes.lead}>{say.kinds[mail.kind].when}</p>
          </div>
          <GuardedButton
            why={lacking ?? (wrong ? say.test.wrong : undefined)}
            size="xs"
            variant="default"
            leftSection={<IconSend {...icon} />}
            onClick={() => setAsked('test')}
          >
            {say.test.action}
          </GuardedButton>
          <GuardedButton
            why={lacking ?? (stored.changed ? undefined : say.notChanged)}
            size="xs"
            variant="default"
            leftSection={<IconRestore {...icon} />}
            onClick={() => setAsked('reset')}
          >
            {say.reset}
          </GuardedButton>
        </div>
        <div className={classes.columns}>
          <div className={classes.fields}>
            {may('mail:write') ? null : (
              <Notice kind="plain" icon={<IconLock {...icon} />}>
                {words.settings.lacking(words.errors.rights['mail:write'])}
              </Notice>
            )}
            <TextInput label={say.subject} {...field('subject')} />
            <Textarea
              label={say.body}
              description={say.bodyHint}
              inputWrapperOrder={below}
              autosize
              minRows={9}
              maxRows={28}
              {...field('body')}
            />
            {lacking ? null : <Placeholders known={stored.placeholders} onInsert={insert.insert} />}
          </div>
          <div className={classes.preview}>
            <MailPreview preview={preview}>
              <ExampleChoice kind={mail.kind} example={example} onChange={setExample} />
            </MailPreview>
          </div>
        </div>
      </div>
      {lacking ? null : <SaveBar dirty={dirty} saving={settings.saving} undo={settings.undo} />}
      <ResetDialog mail={mail} opened={asked === 'reset'} onClose={() => setAsked(null)} onReset={settings.undo} />
      <TestDialog mail={mail} typed={{ ...typed, example }} opened={asked === 'test'} onClose={() => setAsked(null)} />
    </form>
  );
}
