import { Tooltip } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { OutboxRow } from '#contract/outbox.ts';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import { DeliveryMark } from '../../components/StateMark.tsx';
import { useRowHeight } from '../../components/use-row-height.ts';
import type { Invited } from './batch.ts';
import classes from './ResultView.module.css';
import { useCopyLink } from './use-copy-link.ts';

interface InvitedListProps {
  readonly people: readonly Invited[];
  readonly deliveries: ReadonlyMap<string, OutboxRow> | undefined;
}

/** Who was invited, how their mail is doing, and the link to hand over. */
export function InvitedList({ people, deliveries }: InvitedListProps) {
  const { result } = words.invitations;
  const scroll = useRef<HTMLDivElement>(null);
  const copy = useCopyLink();
  const why = useWhyNot('links:copy');
  const rowHeight = useRowHeight('button');
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  if (people.length === 0) return <div className={classes.quiet}>{result.noMatch}</div>;
  return (
    <div className={classes.list} ref={scroll} style={{ minHeight: Math.min(3 * rowHeight, rows.getTotalSize()) + 2 }}>
      <ul className={classes.all} style={{ height: rows.getTotalSize() }} aria-label={result.invited(people.length)}>
        {rows.getVirtualItems().map(({ index, start, size }) => {
          const person = people[index] as Invited;
          const delivery = deliveries?.get(person.email);
          return (
            <li
              key={person.membershipId}
              className={classes.person}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {person.name ? (
                <Tooltip label={`${person.name} ${person.email}`} multiline maw={420}>
                  <span className="gh-ellipsis">
                    <span className={classes.name}>{person.name}</span>
                    <span className={classes.email}>{person.email}</span>
                  </span>
                </Tooltip>
              ) : (
                <OverflowText>{person.email}</OverflowText>
              )}
              <span>{delivery ? <DeliveryMark state={delivery.state} /> : null}</span>
              <GuardedButton
                why={why}
                size="xs"
                variant="subtle"
                color="gray"
                leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
                aria-label={result.copyLinkOf(person.email)}
                onClick={() => copy(person.membershipId)}
              >
                {result.copyLink}
              </GuardedButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
