import { Select } from '@mantine/core';
import { memo } from 'react';
import type { Language } from '#contract/messages/languages.ts';
import { linkLifePresets } from '#contract/vocabulary/values.ts';
import { words } from '../../app/words.ts';
import { MailLanguage } from '../../components/MailLanguage.tsx';
import classes from './BatchDefaults.module.css';
import { Choose } from './Choose.tsx';
import type { Defaults } from './draft.ts';
import { RolesField } from './RolesField.tsx';
import type { Choices } from './use-choices.ts';

interface BatchDefaultsProps {
  readonly choices: Choices;
  readonly defaults: Defaults;
  readonly roles: readonly string[];
  /** The organization's link life, in hours. */
  readonly ownLife: number;
  readonly ownLanguage: Language;
  readonly rolesError: boolean;
  /** The organization requires a group with each invitation. */
  readonly groupNeeded: boolean;
  readonly groupError: boolean;
  readonly disabled: boolean;
  readonly onChange: (patch: Partial<Defaults>) => void;
}

const own = 'organization';
const { fields, life, rows } = words.invitations;

/**
 * What every invitation of the batch gets unless its row or line says otherwise. Inbox agents hold no role. Seven fields
 * with lists are slow to draw, so they are redrawn only when something of theirs changed, not on each key press.
 */
export const BatchDefaults = memo(function BatchDefaults(props: BatchDefaultsProps) {
  const { choices, defaults, roles, ownLife, ownLanguage, rolesError, groupNeeded, groupError, disabled, onChange } =
    props;
  const presets = linkLifePresets
    .filter((hours) => hours !== ownLife)
    .map((hours) => ({ value: String(hours), label: words.common.lives[hours] }));
  const several = (kind: 'teams' | 'products' | 'lines') => (
    <Choose
      what={fields[kind]}
      label={fields[kind]}
      choices={choices[kind]}
      value={defaults[kind]}
      onChange={(value) => onChange({ [kind]: value })}
      placeholder={fields.optional}
      disabled={disabled}
    />
  );
  return (
    <div className={classes.fields}>
      {defaults.kind === 'user' ? (
        <RolesField
          choices={choices.roles}
          value={roles}
          onChange={(value) => onChange({ roles: value })}
          error={rolesError && rows.rolesNeeded}
          disabled={disabled}
        />
      ) : null}
      {several('teams')}
      <Choose
        what={fields.groups}
        label={fields.groups}
        choices={choices.groups}
        value={defaults.groups}
        onChange={(groups) => onChange({ groups })}
        {...(groupNeeded ? { withAsterisk: true } : { placeholder: fields.optional })}
        error={groupError && rows.groupNeeded}
        disabled={disabled}
      />
      {several('products')}
      {several('lines')}
      <Select
        label={fields.life}
        data={[{ value: own, label: life.organization(words.common.hours(ownLife)) }, ...presets]}
        value={defaults.life === null ? own : String(defaults.life)}
        onChange={(value) => onChange({ life: value === null || value === own ? null : Number(value) })}
        allowDeselect={false}
        disabled={disabled}
      />
      <MailLanguage
        value={defaults.language}
        own={ownLanguage}
        onChange={(language) => onChange({ language })}
        disabled={disabled}
      />
    </div>
  );
});
