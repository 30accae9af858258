import type { Density } from '#contract/desktop.ts';

/**
 * Row heights of virtual lists: one line, with a tick box, with a button, two lines. Numbers, because the list
 * calculates with them.
 */
export type ListRow = 'line' | 'tick' | 'button' | 'lines';

/** The measures that a density changes, in CSS pixels; everything else follows from them or stays the same. */
interface Measures {
  /** Rows of lists whose cells hold two lines, and one line. */
  readonly row: string;
  readonly rowOfOne: string;
  readonly rowPadding: string;
  readonly listRows: Readonly<Record<ListRow, number>>;
  /** Buttons and fields: in rows and toolbars, in forms, in the calm forms of sign-in. */
  readonly controls: { readonly xs: string; readonly sm: string; readonly md: string };
  /** Mantine's own scale; `md` lies between the fields of a form. */
  readonly spacing: {
    readonly xs: string;
    readonly sm: string;
    readonly md: string;
    readonly lg: string;
    readonly xl: string;
  };
}

export const measures: Readonly<Record<Density, Measures>> = {
  comfortable: {
    row: '44px',
    rowOfOne: '38px',
    rowPadding: '3px',
    listRows: { line: 30, tick: 36, button: 38, lines: 48 },
    controls: { xs: '28px', sm: '32px', md: '38px' },
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  },
  compact: {
    row: '36px',
    rowOfOne: '30px',
    rowPadding: '0px',
    listRows: { line: 26, tick: 30, button: 30, lines: 40 },
    // WCAG 2.5.8: no target smaller than 24
    controls: { xs: '24px', sm: '28px', md: '32px' },
    spacing: { xs: '6px', sm: '8px', md: '10px', lg: '16px', xl: '24px' },
  },
};
