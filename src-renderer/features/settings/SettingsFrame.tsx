import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Notice } from '../../components/Notice.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import type { StoredForm } from '../../components/use-stored-form.ts';
import classes from './SettingsFrame.module.css';

/** For fields side by side: keeps their boxes in line, however long the hints. */
export const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

interface SettingsFrameProps<V extends object> {
  readonly title: string;
  readonly lead: string;
  readonly settings: StoredForm<V>;
  /** The missing right without which nothing can be changed here. */
  readonly lacking: Permission | undefined;
  readonly children: ReactNode;
  /** Below the fields and outside the form. */
  readonly behind?: ReactNode;
}

/** One page of settings: its fields, and a bar that saves them. */
export function SettingsFrame<V extends object>(props: SettingsFrameProps<V>) {
  const { title, lead, settings, lacking, children, behind } = props;
  const { settings: wording, errors } = words;
  const { dirty } = settings;
  return (
    <form
      className={classes.frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !lacking) settings.save();
      }}
    >
      <div className={fields.scroll}>
        <div className={classes.fields}>
          <div>
            <h2 className={fields.title}>{title}</h2>
            <p className={classes.lead}>{lead}</p>
          </div>
          {lacking ? (
            <Notice kind="plain" icon={<IconLock size={16} stroke={1.6} aria-hidden />}>
              {wording.lacking(errors.rights[lacking])}
            </Notice>
          ) : null}
          {children}
          {behind}
        </div>
      </div>
      {lacking ? null : <SaveBar dirty={dirty} saving={settings.saving} undo={settings.undo} />}
    </form>
  );
}
