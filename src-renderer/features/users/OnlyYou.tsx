import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconClipboardText, IconListNumbers, IconUserPlus } from '@tabler/icons-react';
import { actionKeys as keys } from '#contract/actions.ts';
import { type InviteMode, useInvite } from '../../app/invite.tsx';
import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { NoServer } from './NoServer.tsx';
import classes from './OnlyYou.module.css';

const say = words.users.empty;
const ways = [
  { mode: 'paste', icon: IconClipboardText, title: say.paste, text: say.pasteText, keys: keys.paste },
  { mode: 'rows', icon: IconUserPlus, title: say.rows, text: say.rowsText, keys: keys.rows },
  { mode: 'wizard', icon: IconListNumbers, title: say.wizard, text: say.wizardText, keys: keys.wizard },
] as const satisfies readonly { mode: InviteMode; [key: string]: unknown }[];

/** A new organization: the ways to bring people in, with their keys. */
export function OnlyYou() {
  const invite = useInvite();
  return (
    <Quiet title={say.title} text={say.text}>
      <div className={classes.ways}>
        {ways.map((way) => (
          <UnstyledButton key={way.mode} className={classes.way} onClick={() => invite.open(way.mode)}>
            <way.icon size={18} stroke={1.6} aria-hidden className="gh-info" />
            <span className={classes.text}>
              <span className={classes.title}>{way.title}</span>
              <span className="gh-dim">{way.text}</span>
            </span>
            <Keys keys={way.keys} />
            <IconChevronRight size={16} stroke={1.6} aria-hidden className="gh-dim" />
          </UnstyledButton>
        ))}
      </div>
      <NoServer />
    </Quiet>
  );
}
