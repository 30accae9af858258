import { Anchor } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import classes from './DemoBar.module.css';
import { useSession } from './session.ts';
import { words } from './words.ts';

/** A reminder that a demo's mail goes only to its own catcher. */
export function DemoBar() {
  const { demo } = useSession();
  const [path] = useLocation();
  if (!demo) return null;
  const { banner } = words.desktop;
  return (
    <div className={classes.bar}>
      <IconFlask size={15} stroke={1.6} aria-hidden />
      <span className="gh-ellipsis">{banner.demo}</span>
      {path === '/demo' ? null : (
        <Anchor component={Link} href="/demo" className={classes.link}>
          {banner.openDemo}
        </Anchor>
      )}
    </div>
  );
}
