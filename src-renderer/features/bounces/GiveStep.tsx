import { Button, FileButton, Pill, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconMailOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { bounceLimits } from '#contract/bounce-limits.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { useDrop } from '../../components/use-drop.ts';
import flow from '../import/Import.module.css';
import { Working } from '../import/Working.tsx';
import classes from './GiveStep.module.css';
import type { Bounces } from './use-bounces.ts';

const say = words.bounces.import;

/** Messages are dropped or chosen, text is pasted; the page gets contents but no path. */
export function GiveStep({ state, onCancel }: { readonly state: Bounces; readonly onCancel: () => void }) {
  const { files, text, busy, error, leftOut, isEmpty } = state;
  // choosing the same file again has to count, too
  const reset = useRef<() => void>(null);
  const drop = useDrop((dropped) => void state.add(dropped));
  const troubles = [...leftOut, ...(error ? [wordsFor(error)] : [])];
  return (
    <>
      <div className={flow.body}>
        {troubles.map((trouble) => (
          <Notice key={trouble} kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {trouble}
          </Notice>
        ))}
        <p className={flow.lead}>{say.lead}</p>
        <div className={flow.drop} {...drop}>
          {files.length === 0 ? <IconMailOff size={36} stroke={1.3} aria-hidden /> : null}
          <b>{say.drop}</b>
          <FileButton
            multiple
            resetRef={reset}
            accept=".eml,.txt,message/rfc822"
            onChange={(chosen) => {
              void state.add(chosen);
              reset.current?.();
            }}
          >
            {(props) => (
              <Button {...props} variant="default" disabled={busy} data-autofocus>
                {say.choose}
              </Button>
            )}
          </FileButton>
          {files.length > 0 ? (
            <Pill.Group className={classes.files ?? ''} aria-label={say.files(files.length)} role="group">
              {files.map(({ name }, at) => (
                <Pill
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
                  key={at}
                  withRemoveButton
                  onRemove={() => state.takeOut(at)}
                  removeButtonProps={{ 'aria-label': say.takeOut(name), tabIndex: 0, 'aria-hidden': false }}
                >
                  {name}
                </Pill>
              ))}
            </Pill.Group>
          ) : null}
        </div>
        <Textarea
          label={say.paste}
          placeholder={say.placeholder}
          rows={6}
          maxLength={bounceLimits.text}
          spellCheck={false}
          classNames={{ input: 'gh-mono' }}
          value={text}
          disabled={busy}
          onChange={(event) => state.changeText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty && !busy) void state.check();
          }}
        />
      </div>
      {busy ? (
        <Working text={say.checking} onCancel={state.cancel} />
      ) : (
        <div className={flow.footer}>
          <span className={flow.facts}>{files.length > 0 ? say.files(files.length) : ''}</span>
          <Button variant="default" onClick={onCancel}>
            {words.common.cancel}
          </Button>
          <Button disabled={isEmpty} onClick={() => void state.check()}>
            {say.check}
          </Button>
        </div>
      )}
    </>
  );
}
