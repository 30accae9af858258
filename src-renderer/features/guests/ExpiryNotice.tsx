import { Button } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from 'wouter';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import classes from './ExpiryNotice.module.css';
import { expiringHref, useExpiring } from './use-expiring.ts';

/** Stays above the lists until all access that ends soon has been renewed or has ended. */
export function ExpiryNotice() {
  const { expiring, noticeDays, names } = useExpiring();
  if (expiring === 0) return null;
  const say = words.guests.notice;
  return (
    <div className={classes.frame}>
      <Notice
        kind="warn"
        icon={<IconClockExclamation size={17} stroke={1.6} aria-hidden />}
        action={
          <Button component={Link} href={expiringHref} variant="default" size="xs">
            {say.manage}
          </Button>
        }
      >
        <div className={classes.line}>
          <b className={classes.lead}>{say.title(expiring, noticeDays)}</b>
          <OverflowText className={classes.names}>{names}</OverflowText>
        </div>
      </Notice>
    </div>
  );
}
