import { Tabs } from '@mantine/core';
import classes from './CountTabs.module.css';

interface CountTabsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly tabs: readonly { readonly value: V; readonly label: string; readonly count: number | undefined }[];
  readonly onChange: (value: V) => void;
  /** The id of the panel below. */
  readonly panel: string;
}

/** The views of a list with how many each holds. */
export function CountTabs<V extends string>({ label, value, tabs, onChange, panel }: CountTabsProps<V>) {
  return (
    <Tabs value={value} onChange={(next) => next && onChange(next as V)} className={classes.tabs ?? ''}>
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value} className={classes.tab ?? ''} aria-controls={panel}>
            {tab.label} <span className={classes.count}>{tab.count?.toLocaleString('en') ?? ''}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
