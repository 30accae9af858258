import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { longestText } from '#contract/vocabulary/invitations.ts';
import { words } from '../../app/words.ts';
import classes from './PasteBox.module.css';

const lineHeight = 22;
const padding = 8;
/** Lines drawn above and below the visible part, so that scrolling does not outrun them. */
const spare = 24;

export interface PasteBoxHandle {
  readonly focus: () => void;
  /** Selects part of the text and brings its line into view. */
  readonly goTo: (start: number, end: number) => void;
}

interface PasteBoxProps {
  readonly initial: string;
  readonly onText: (text: string) => void;
  readonly badLines: ReadonlySet<number>;
  readonly readOnly: boolean;
  readonly tooLong: boolean;
  readonly labelledBy: string;
  readonly handle: Ref<PasteBoxHandle>;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The parser ends lines at these, too, but a text area does not. Replaced by one of the same length, so offsets hold. */
const oddLineEnds = /[\u2028\u2029]/g;

/**
 * A text area with line numbers. The browser holds the text, not React, and only the numbers and tints in sight are
 * drawn: typing in ten thousand lines is as fast as in ten.
 */
export function PasteBox({ initial, onText, badLines, readOnly, tooLong, labelledBy, handle }: PasteBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const tints = useRef<HTMLDivElement>(null);
  const gutters = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState(() => countLines(initial));
  const [seen, setSeen] = useState({ first: 0, last: 60 });

  const follow = () => {
    const box = area.current;
    if (!box) return;
    for (const { current } of [tints, gutters])
      if (current) current.style.transform = `translateY(${-box.scrollTop}px)`;
    const top = Math.floor(box.scrollTop / lineHeight);
    const bottom = top + Math.ceil(box.clientHeight / lineHeight);
    // redrawn only when the drawn lines run out
    setSeen((was) =>
      top - spare / 2 >= was.first - spare / 2 && was.first <= top && bottom <= was.last
        ? was
        : { first: Math.max(0, top - spare), last: bottom + spare },
    );
  };
  useLayoutEffect(follow);
  useEffect(() => {
    const box = area.current;
    if (!box) return;
    const watcher = new ResizeObserver(follow);
    watcher.observe(box);
    return () => watcher.disconnect();
  });

  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus(),
    goTo: (start, end) => {
      const box = area.current;
      if (!box) return;
      box.focus({ preventScroll: true });
      box.setSelectionRange(start, end);
      const line = countLines(box.value.slice(0, start)) - 1;
      const top = padding + line * lineHeight;
      const inSight = top >= box.scrollTop && top + lineHeight <= box.scrollTop + box.clientHeight;
      if (!inSight) box.scrollTop = Math.max(0, top - box.clientHeight / 3);
      box.scrollLeft = 0;
    },
  }));

  const onInput = () => {
    const box = area.current;
    if (!box) return;
    if (box.value.search(oddLineEnds) >= 0) {
      const { selectionStart } = box;
      box.value = box.value.replace(oddLineEnds, '\n');
      box.setSelectionRange(selectionStart, selectionStart);
    }
    setLines(countLines(box.value));
    onText(box.value);
  };

  const last = Math.min(lines, seen.last);
  const numbers = Array.from({ length: Math.max(0, last - seen.first) }, (_, i) => seen.first + i + 1);
  const top = (line: number) => ({ top: padding + (line - 1) * lineHeight });
  const gutter = `${Math.max(36, String(lines).length * 7.5 + 16)}px`;
  return (
    <div className={classes.box} data-invalid={tooLong || undefined} style={{ '--gutter': gutter } as never}>
      <div className={classes.tints} aria-hidden>
        <div className={classes.slip} ref={tints}>
          {numbers
            .filter((line) => badLines.has(line))
            .map((line) => (
              <div key={line} className={classes.tint} style={top(line)} />
            ))}
        </div>
      </div>
      <div className={classes.gutter} aria-hidden>
        <div className={classes.slip} ref={gutters}>
          {numbers.map((line) => (
            <div key={line} className={classes.number} style={top(line)} data-bad={badLines.has(line) || undefined}>
              {line}
            </div>
          ))}
        </div>
      </div>
      <textarea
        ref={area}
        className={classes.text}
        defaultValue={initial}
        onInput={onInput}
        onScroll={follow}
        readOnly={readOnly}
        aria-labelledby={labelledBy}
        aria-invalid={tooLong || undefined}
        placeholder={words.invitations.paste.placeholder}
        maxLength={longestText * 2}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        data-autofocus
      />
    </div>
  );
}
