import { SegmentedControl } from '@mantine/core';
import { type TableFormat, tableFormats } from '#contract/desktop.ts';
import { savePreferences, usePreference } from '../app/preferences.ts';
import { words } from '../app/words.ts';

const say = words.jobs.format;

/** The format that lists are saved in, as it was chosen last on this computer. */
export const useFormat = (): TableFormat => usePreference('tableFormat') ?? 'csv';

/** In which format a list is saved. */
export const FormatChoice = ({ disabled }: { readonly disabled?: boolean }) => (
  <SegmentedControl
    size="xs"
    aria-label={say.label}
    data={tableFormats.map((value) => ({ value, label: say[value] }))}
    value={useFormat()}
    disabled={disabled ?? false}
    onChange={(tableFormat) => savePreferences({ tableFormat: tableFormat as TableFormat })}
  />
);
