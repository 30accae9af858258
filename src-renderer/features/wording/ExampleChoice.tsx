import { SegmentedControl } from '@mantine/core';
import { placeholdersOf } from '#contract/placeholders.ts';
import { type WordingKind, wordingExamples } from '#contract/vocabulary/wording.ts';
import { words } from '../../app/words.ts';

const say = words.wording;

export type Example = (typeof wordingExamples)[number];

interface ExampleChoiceProps {
  readonly kind: WordingKind;
  readonly example: Example;
  readonly onChange: (example: Example) => void;
}

/** Who the preview is for: only with an example of whom little is known does it show what is then left out. */
export const ExampleChoice = ({ kind, example, onChange }: ExampleChoiceProps) => (
  <div>
    <SegmentedControl
      aria-label={say.examples}
      value={example}
      onChange={(value) => onChange(value as Example)}
      data={wordingExamples
        .filter((value) => value !== 'guest' || placeholdersOf[kind].includes('as-guest'))
        .map((value) => ({ value, label: say.exampleNames[value] }))}
    />
  </div>
);
