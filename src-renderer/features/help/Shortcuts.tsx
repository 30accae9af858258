import { actionKeys, otherKeys } from '#contract/actions.ts';
import { placesFor, settingsPlace, switchKeys } from '../../app/places.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import classes from './Shortcuts.module.css';

/** Other keys that open the help, besides the listed one. */
const helpToo = Object.keys(otherKeys).filter((key) => otherKeys[key] === 'help');

type Line = readonly [what: string, ...keys: string[]];

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section>
      <h3 className={classes.heading}>{title}</h3>
      <dl className={classes.lines}>
        {lines.map(([what, ...keys]) => (
          <div key={what} className={classes.line}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key, position) => (
                <span key={key} className={classes.keys}>
                  {position > 0 ? <span className="gh-dim">{words.help.or}</span> : null}
                  <Keys keys={key} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys, grouped by where they work. */
export function Shortcuts() {
  const { keys, groups } = words.help;
  const { demo, may } = useSession();
  const places = placesFor({ demo, may });
  return (
    <div className={classes.columns}>
      <Group
        title={groups.everywhere}
        lines={[
          [keys.palette, actionKeys.palette],
          [keys.invite, actionKeys.paste],
          [keys.add, actionKeys.rows],
          [keys.wizard, actionKeys.wizard],
          [keys.backForward, actionKeys.back, actionKeys.forward],
          [keys.send, 'Mod+Enter'],
          [keys.close, 'Escape'],
          [keys.lock, actionKeys.lock],
          [keys.sheet, actionKeys.help, ...helpToo],
        ]}
      />
      <Group
        title={groups.goTo}
        lines={[
          ...[...places, settingsPlace].map((place): Line => [place.label, place.keys]),
          [keys.organization, switchKeys],
        ]}
      />
      <Group
        title={groups.list}
        lines={[
          [keys.search, '/'],
          [keys.move, 'ArrowUp', 'ArrowDown'],
          [keys.open, 'Enter'],
          [keys.menu, '.', 'Shift+F10'],
          [keys.select, 'Space'],
          [keys.selectMore, 'Shift+ArrowUp', 'Shift+ArrowDown'],
          [keys.selectAll, 'Mod+Shift+A'],
        ]}
      />
      <Group
        title={groups.person}
        lines={[
          [keys.copyLink, 'L'],
          [keys.reinvite, 'R'],
          [keys.renew, 'E'],
          [keys.roles, 'Shift+R'],
          [keys.revoke, 'Delete'],
        ]}
      />
    </div>
  );
}
