import { TextInput } from '@mantine/core';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';

interface TimeFieldProps {
  /** In the format of the browser's own field. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  /** The time counts only once somebody has approved. */
  readonly wish?: boolean;
}

const say = words.drafts.keep;

/** When a draft goes out, in the organization's zone, whatever this computer's is. */
export function TimeField({ value, onChange, error, wish = false }: TimeFieldProps) {
  const { timeZone } = useSession().place;
  return (
    <TextInput
      type="datetime-local"
      label={say.at}
      description={wish ? say.atHintReview(timeZone) : say.atHint(timeZone)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      w={280}
      maw="100%"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
