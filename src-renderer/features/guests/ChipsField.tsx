import { Button, CloseButton, PillsInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { words } from '../../app/words.ts';
import { verdictLook } from '../invitations/verdict.ts';
import classes from './ChipsField.module.css';
import type { Chip } from './chips.ts';
import type { GuestInvite } from './use-guest-invite.ts';

interface ChipsFieldProps {
  readonly invite: GuestInvite;
  readonly disabled: boolean;
}

const say = words.guests.invite;

/** How a chip is marked; one that will be invited has no reason to show. */
function markOf({ entry }: Chip): { readonly tone: 'ok' | 'warn' | 'bad' | 'dim'; readonly why: string } {
  if (!entry || (entry.verdict === 'new' && !entry.warning)) return { tone: 'ok', why: '' };
  const { tone, word } = verdictLook(entry);
  return { tone, why: entry.verdict === 'refused' ? words.invitations.reason(entry.reason, entry.detail) : word };
}

interface OneChipProps {
  readonly chip: Chip;
  readonly inTabOrder: boolean;
  readonly disabled: boolean;
  readonly onFocus: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function OneChip({ chip, inTabOrder, disabled, onFocus, onEdit, onRemove }: OneChipProps) {
  const { tone, why } = markOf(chip);
  return (
    <li className={classes.chip} data-tone={tone}>
      <button
        type="button"
        className={classes.address}
        tabIndex={inTabOrder ? 0 : -1}
        aria-label={why ? say.refused(chip.text, why) : say.edit(chip.text)}
        title={why ? `${chip.text}: ${why}` : chip.text}
        disabled={disabled}
        onFocus={onFocus}
        onClick={onEdit}
      >
        {tone === 'bad' || tone === 'warn' ? <IconAlertTriangle size={14} stroke={1.6} aria-hidden /> : null}
        <span className={classes.text}>{chip.text}</span>
        {why ? <span className={classes.why}>{why}</span> : null}
      </button>
      <CloseButton
        size={20}
        iconSize={14}
        tabIndex={-1}
        disabled={disabled}
        aria-label={say.remove(chip.text)}
        onClick={onRemove}
      />
    </li>
  );
}

/**
 * Addresses as chips, and the field for typing more. Arrows move along the chips, Enter or a click returns one to the
 * field, Backspace and Delete remove one.
 */
export function ChipsField({ invite, disabled }: ChipsFieldProps) {
  const { chips, draft } = invite;
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [current, setCurrent] = useState(0);
  const reachable = Math.min(current, chips.length - 1);

  const toField = () => field.current?.focus();
  useEffect(() => {
    // back from the result, whose button had the focus
    if (document.activeElement === document.body) field.current?.focus();
  }, []);
  const focusChip = (index: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>(`.${classes.address}`);
    const target = buttons?.[index];
    if (target) target.focus();
    else toField();
  };
  const add = async () => {
    await invite.add(draft.text);
    toField();
  };
  const remove = (index: number) => {
    invite.take(index);
    // the next one has moved into its place
    setTimeout(() => focusChip(Math.min(index, chips.length - 2)));
  };
  const edit = (index: number) => {
    invite.edit(index);
    setTimeout(() => {
      toField();
      field.current?.select();
    });
  };

  const onChipKey = (event: KeyboardEvent) => {
    const to = { ArrowLeft: reachable - 1, ArrowRight: reachable + 1, Home: 0, End: chips.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusChip(Math.max(0, to));
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      remove(reachable);
    }
  };
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const atStart = selectionStart === 0 && selectionEnd === 0;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void add();
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && atStart && chips.length > 0) {
      event.preventDefault();
      focusChip(chips.length - 1);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.trim() === '') return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const whole = value.slice(0, selectionStart ?? value.length) + pasted + value.slice(selectionEnd ?? value.length);
    invite.change({ text: whole });
    void invite.add(whole);
  };

  return (
    <div className={classes.line}>
      <PillsInput
        className={classes.field ?? ''}
        label={say.addresses}
        description={chips.length > 0 ? `${say.addressesHint} ${say.chipHint}` : say.addressesHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={invite.tooLong ? say.tooLong : undefined}
        disabled={disabled}
        classNames={{ input: classes.box ?? '' }}
      >
        <div className={classes.chips}>
          {chips.length > 0 ? (
            <ul ref={list} className={classes.list} aria-label={say.chips} onKeyDown={onChipKey}>
              {chips.map((chip, index) => (
                <OneChip
                  key={chip.text}
                  chip={chip}
                  inTabOrder={index === reachable}
                  disabled={disabled}
                  onFocus={() => setCurrent(index)}
                  onEdit={() => edit(index)}
                  onRemove={() => remove(index)}
                />
              ))}
            </ul>
          ) : null}
          <PillsInput.Field
            ref={field}
            className={classes.input ?? ''}
            spellCheck={false}
            autoComplete="off"
            data-autofocus
            placeholder={chips.length > 0 ? say.more : say.placeholder}
            value={draft.text}
            disabled={disabled}
            onChange={(event) => invite.change({ text: event.currentTarget.value })}
            onKeyDown={onFieldKey}
            onPaste={onPaste}
          />
        </div>
      </PillsInput>
      <Button
        variant="default"
        className={classes.add ?? ''}
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        disabled={disabled}
        onClick={() => void add()}
      >
        {say.add}
      </Button>
    </div>
  );
}
