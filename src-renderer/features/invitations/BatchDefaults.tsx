import { Select } from '@mantine/core';
import { linkLifePresets } from '#contract/values.ts';
import { words } from '../../app/words.ts';
import classes from './BatchDefaults.module.css';
import { Choose } from './Choose.tsx';
import type { Defaults } from './draft.ts';
import type { Choices } from './use-choices.ts';

interface BatchDefaultsProps {
  readonly choices: Choices;
  readonly defaults: Defaults;
  readonly roles: readonly string[];
  /** Hours of the organization's own link life. */
  readonly ownLife: number;
  readonly rolesError: boolean;
  readonly disabled: boolean;
  readonly onChange: (patch: Partial<Defaults>) => void;
}

const own = 'organization';

/** What every invitation of the batch gets unless its row or line says otherwise. */
export function BatchDefaults(props: BatchDefaultsProps) {
  const { choices, defaults, roles, ownLife, rolesError, disabled, onChange } = props;
  const { fields, life, rows } = words.invitations;
  const presets = linkLifePresets
    .filter((hours) => hours !== ownLife)
    .map((hours) => ({ value: String(hours), label: words.common.lives[hours] }));
  return (
    <div className={classes.fields}>
      <Choose
        what={fields.roles}
        label={fields.roles}
        choices={choices.roles}
        value={roles}
        onChange={(value) => onChange({ roles: value })}
        error={rolesError && rows.rolesNeeded}
        disabled={disabled}
        withAsterisk
      />
      <Choose
        what={fields.teams}
        label={fields.teams}
        choices={choices.teams}
        value={defaults.teams}
        onChange={(teams) => onChange({ teams })}
        placeholder={fields.optional}
        disabled={disabled}
      />
      <Choose
        what={fields.products}
        label={fields.products}
        choices={choices.products}
        value={defaults.products}
        onChange={(products) => onChange({ products })}
        placeholder={fields.optional}
        disabled={disabled}
      />
      <Select
        label={fields.life}
        data={[{ value: own, label: life.organization(words.common.hours(ownLife)) }, ...presets]}
        value={defaults.life === null ? own : String(defaults.life)}
        onChange={(value) => onChange({ life: value === null || value === own ? null : Number(value) })}
        allowDeselect={false}
        disabled={disabled}
      />
    </div>
  );
}
