import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconReplace, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedView } from '#contract/views.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import classes from './ListTabs.module.css';
import { type ListState, queryOf, wholeList } from './list-state.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import type { PageScope } from './scopes.ts';

interface SavedViewsProps {
  readonly scope: PageScope;
  readonly state: ListState;
  readonly views: readonly SavedView[];
  readonly onShow: (state: ListState) => void;
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Saves what is shown as a view, and manages the open view. */
export function SavedViews({ scope, state, views, onShow }: SavedViewsProps) {
  const organizationId = useSession().place.id;
  const [dialog, setDialog] = useState<{ opened: boolean; renamed?: SavedView | undefined }>({ opened: false });
  const save = useCommand('views.save');
  const remove = useCommand('views.remove');
  const say = words.views.saved;
  const open = views.find((view) => view.id === state.saved);
  const shown = queryOf(scope, state);
  const close = () => setDialog((now) => ({ ...now, opened: false }));
  const replace = (view: SavedView) =>
    save.mutate(
      { organizationId, name: view.name, query: shown },
      { onSuccess: () => toast(say.replaced(view.name)), onError: toastError },
    );
  const drop = (view: SavedView) =>
    remove.mutate(
      { organizationId, id: view.id },
      {
        onSuccess: () => {
          toast(say.removed(view.name));
          onShow(wholeList);
        },
        onError: toastError,
      },
    );
  return (
    <div className={classes.saved}>
      {open ? (
        <Menu position="bottom-end" width={232}>
          <Menu.Target>
            <ActionIcon aria-label={say.menu(open.name)}>
              <IconDots {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil {...icon} />}
              onClick={() => setDialog({ opened: true, renamed: open })}
            >
              {say.rename}
            </Menu.Item>
            <Menu.Item leftSection={<IconReplace {...icon} />} onClick={() => replace(open)}>
              {say.replace}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => drop(open)}>
              {say.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <Button
        variant="subtle"
        size="xs"
        color="gray"
        className={classes.save}
        leftSection={<IconPlus {...icon} />}
        onClick={() => setDialog({ opened: true })}
      >
        {say.save}
      </Button>
      <SaveViewDialog
        opened={dialog.opened}
        query={dialog.renamed?.query ?? shown}
        renamed={dialog.renamed}
        views={views}
        onClose={close}
        onSaved={(saved) => {
          close();
          onShow({ ...state, saved });
        }}
      />
    </div>
  );
}
