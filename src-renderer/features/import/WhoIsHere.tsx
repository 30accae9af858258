import { Checkbox, Group } from '@mantine/core';
import { memberKinds, presentStatuses } from '#contract/vocabulary/user-filter.ts';
import { words } from '../../app/words.ts';
import { type Here, kindsIn, statusesIn } from './here.ts';
import classes from './Import.module.css';

const say = words.compare.here;

interface WhoIsHereProps {
  readonly here: Here;
  readonly disabled: boolean;
  readonly onChange: (patch: Partial<Here>) => void;
}

/** Which people of the organization are compared with the list. */
export const WhoIsHere = ({ here, disabled, onChange }: WhoIsHereProps) => (
  <div className={classes.here}>
    <Checkbox.Group label={say.kinds} value={[...here.kinds]} onChange={(kinds) => onChange({ kinds: kindsIn(kinds) })}>
      <Group gap={14} mt={4}>
        {memberKinds.map((kind) => (
          <Checkbox key={kind} size="xs" value={kind} label={say.kind[kind]} disabled={disabled} />
        ))}
      </Group>
    </Checkbox.Group>
    <Checkbox.Group
      label={say.statuses}
      value={[...here.statuses]}
      onChange={(statuses) => onChange({ statuses: statusesIn(statuses) })}
    >
      <Group gap={14} mt={4}>
        {presentStatuses.map((status) => (
          <Checkbox key={status} size="xs" value={status} label={words.users.statuses[status]} disabled={disabled} />
        ))}
      </Group>
    </Checkbox.Group>
  </div>
);
