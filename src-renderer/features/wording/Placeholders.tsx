import { Tooltip, UnstyledButton } from '@mantine/core';
import type { OutputOf } from '#contract/index.ts';
import { mayBeEmpty, type PlaceholderName } from '#contract/placeholders.ts';
import { words } from '../../app/words.ts';
import classes from './Placeholders.module.css';

const say = words.wording;

interface PlaceholdersProps {
  readonly known: OutputOf<'wording.get'>['placeholders'];
  readonly onInsert: (name: PlaceholderName) => void;
}

/** What this mail can fill in; each says what it stands for, and is inserted at the cursor. */
export const Placeholders = ({ known, onInsert }: PlaceholdersProps) => (
  <fieldset className={classes.placeholders}>
    <legend>{say.insert}</legend>
    {known.map(({ name }) => {
      const { text, example } = say.placeholders[name];
      const about = say.exampleOf(text, example);
      return (
        <Tooltip key={name} label={mayBeEmpty.has(name) ? `${about} ${say.maybeEmpty}` : about} multiline maw={300}>
          <UnstyledButton
            className={classes.chip ?? ''}
            aria-label={say.insertOne(name)}
            // the cursor stays where it is
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(name)}
          >
            {`{${name}}`}
          </UnstyledButton>
        </Tooltip>
      );
    })}
  </fieldset>
);
