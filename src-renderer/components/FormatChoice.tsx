import { SegmentedControl } from '@mantine/core';
import { type TableFormat, tableFormats } from '#contract/desktop.ts';
import { savePreferences, usePreference } from '../app/preferences.ts';
import { words } from '../app/words.ts';

const say = words.jobs.format;

/** The format in which lists are saved: the one last chosen on this computer. */
export const useFormat = (): TableFormat => usePreference('tableFormat') ?? 'csv';

/** The choice of the format in which a list is saved. */
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
