import type {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Checkbox,
  Combobox,
  Drawer,
  Input,
  InputWrapper,
  Kbd,
  Menu,
  Modal,
  ModalRoot,
  Notification,
  Pill,
  Popover,
  Portal,
  ScrollAreaAutosize,
  SegmentedControl,
  Switch,
  Text,
  Tooltip,
} from '@mantine/core';
import { words } from './words.ts';

/** The density sets the height of controls: in toolbars and rows (`xs`), in forms, in the calm forms of sign-in (`md`). */
const heights = { xs: 'var(--gh-control-xs)', sm: 'var(--gh-control-sm)', md: 'var(--gh-control-md)' } as const;
const fontSizes = { xs: '12px', sm: '13px', md: '14px' } as const;
const paddings = { xs: '10px', sm: '12px', md: '16px' } as const;
const known = (size: unknown): keyof typeof heights => (size === 'xs' || size === 'md' ? size : 'sm');

/** A cross has no text to read out. */
const closing = { closeButtonProps: { 'aria-label': words.common.close } } as const;
/** Only the page within the window scrolls, and the overlay covers it; a lock would restyle the whole document. */
const free = { lockScroll: false } as const;
const fade = { transition: 'fade', duration: 120 } as const;

/** What a component's own `extend` takes. Only the type: calling it would load every component for the first sight. */
type Look<C extends { extend: (look: never) => unknown }> = Parameters<C['extend']>[0];

export const components = {
  Button: {
    defaultProps: { size: 'sm' },
    vars: (_theme, { size }) => ({
      root: {
        '--button-height': heights[known(size)],
        '--button-padding-x': paddings[known(size)],
        '--button-fz': fontSizes[known(size)],
      },
    }),
    styles: { label: { fontWeight: 500 }, section: { marginInlineEnd: 6 } },
  } satisfies Look<typeof Button>,
  Input: {
    vars: (_theme, { size }) => ({
      wrapper: { '--input-height': heights[known(size)], '--input-fz': fontSizes[known(size)] },
    }),
  } satisfies Look<typeof Input>,
  InputWrapper: {
    styles: {
      label: { fontWeight: 500, fontSize: 13, marginBottom: 4 },
      description: { fontSize: 12, marginBottom: 4 },
      error: { fontSize: 12, marginTop: 4 },
    },
  } satisfies Look<typeof InputWrapper>,
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } } satisfies Look<typeof ActionIcon>,
  Badge: {
    defaultProps: { variant: 'default', radius: 'sm', size: 'sm' },
    styles: {
      root: { textTransform: 'none', fontWeight: 500, fontSize: 11.5, letterSpacing: 0, height: 20, paddingInline: 6 },
    },
  } satisfies Look<typeof Badge>,
  Modal: {
    defaultProps: {
      ...closing,
      ...free,
      radius: 'lg',
      padding: 20,
      overlayProps: { backgroundOpacity: 0.38, blur: 0 },
      transitionProps: fade,
      centered: true,
    },
    styles: { title: { fontWeight: 600, fontSize: 16 } },
  } satisfies Look<typeof Modal>,
  // a dialog composed of its parts does not inherit from `Modal` above
  ModalRoot: { defaultProps: free } satisfies Look<typeof ModalRoot>,
  Drawer: { defaultProps: free } satisfies Look<typeof Drawer>,
  Menu: {
    // the placeholder that would get the focus first is not a menu item to a screen reader
    defaultProps: { shadow: 'md', radius: 'md', transitionProps: fade, withInitialFocusPlaceholder: false },
    styles: { item: { fontSize: 13, padding: '6px 8px' }, label: { fontSize: 12 } },
  } satisfies Look<typeof Menu>,
  SegmentedControl: {
    defaultProps: { size: 'xs', withItemsBorders: false },
    styles: {
      label: {
        padding: '0 12px',
        height: 24,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        fontSize: 12.5,
        fontWeight: 500,
      },
      root: { padding: 2 },
    },
  } satisfies Look<typeof SegmentedControl>,
  Notification: { defaultProps: closing } satisfies Look<typeof Notification>,
  Pill: { defaultProps: { radius: 'sm' } } satisfies Look<typeof Pill>,
  Tooltip: {
    defaultProps: {
      withArrow: false,
      openDelay: 300,
      events: { hover: true, focus: true, touch: false },
      transitionProps: fade,
    },
  } satisfies Look<typeof Tooltip>,
  Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } } satisfies Look<typeof Checkbox>,
  Switch: { defaultProps: { size: 'sm' } } satisfies Look<typeof Switch>,
  // where FlowDialog.tsx puts dialogs as well, so that what was opened later is on top
  Portal: { defaultProps: { target: '#layers' } } satisfies Look<typeof Portal>,
  Popover: { defaultProps: { transitionProps: fade } } satisfies Look<typeof Popover>,
  // a list is drawn only when opened: a form has many of them
  Combobox: { defaultProps: { transitionProps: fade, keepMounted: false } } satisfies Look<typeof Combobox>,
  // the list of a field scrolls by the arrows within the field; Tab would find it while it fades, and be lost with it
  ScrollAreaAutosize: { defaultProps: { viewportProps: { tabIndex: -1 } } } satisfies Look<typeof ScrollAreaAutosize>,
  Anchor: { defaultProps: { underline: 'hover', inherit: true } } satisfies Look<typeof Anchor>,
  Text: { defaultProps: { size: 'sm' } } satisfies Look<typeof Text>,
  Kbd: {
    styles: {
      root: { fontSize: 11, padding: '1px 5px', borderBottomWidth: 1, fontFamily: 'inherit', fontWeight: 500 },
    },
  } satisfies Look<typeof Kbd>,
};
