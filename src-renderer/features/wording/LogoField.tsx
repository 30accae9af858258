import { Button, FileButton, Input } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Look } from '#contract/look.ts';
import { logoLimits } from '#contract/vocabulary/look.ts';
import { dataUrlOf } from '../../app/data-url-of.ts';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { useDrop } from '../../components/use-drop.ts';
import { below } from '../settings/SettingsFrame.tsx';
import classes from './LogoField.module.css';
import type { LogoValue } from './look-values.ts';

const say = words.wording.look;

interface LogoFieldProps {
  readonly logo: LogoValue;
  readonly stored: Look['logo'];
  readonly problem: ReactNode;
  readonly disabled: boolean;
  readonly onChange: (logo: LogoValue) => void;
}

/** A picture: dropped or chosen in the system's dialog, shown as it is, and removed again. */
export function LogoField({ logo, stored, problem, disabled, onChange }: LogoFieldProps) {
  const { place } = useSession();
  const [trouble, setTrouble] = useState<string>();
  // choosing the same file again, corrected meanwhile, has to count, too
  const reset = useRef<() => void>(null);
  const choose = async (file: File | null | undefined) => {
    reset.current?.();
    if (!file) return;
    setTrouble(undefined);
    // a file that is too large is not even read
    if (file.size > logoLimits.bytes) return setTrouble(words.errors.issues['logo-too-large']);
    try {
      onChange({ kind: 'chosen', url: await dataUrlOf(file, 'wording.saveLook') });
    } catch (error) {
      setTrouble(wordsFor(error));
    }
  };
  const drop = useDrop((files) => {
    if (files.length > 1) setTrouble(say.oneFile);
    else void choose(files[0]);
  }, disabled);
  const error = trouble ?? problem;
  const url =
    logo?.kind === 'chosen' ? logo.url : stored && logo ? `data:${stored.type};base64,${stored.base64}` : null;
  return (
    <Input.Wrapper
      label={say.logo}
      labelElement="div"
      description={say.logoHint}
      inputWrapperOrder={below}
      error={error}
      errorProps={{ role: 'alert' }}
    >
      <div className={classes.drop} {...drop}>
        {url && !error ? (
          <span className={classes.picture}>
            <img src={url} alt={say.alt(place.name)} />
          </span>
        ) : (
          <span className="gh-dim">
            <IconPhoto size={20} stroke={1.5} aria-hidden /> {say.drop}
          </span>
        )}
        {stored && logo?.kind === 'stored' ? (
          <span className={classes.facts}>{say.facts(stored.width, stored.height, stored.bytes / 1024)}</span>
        ) : null}
        <div className={classes.deeds}>
          <FileButton resetRef={reset} accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} size="xs" variant="default" disabled={disabled}>
                {logo ? say.replace : say.choose}
              </Button>
            )}
          </FileButton>
          {logo ? (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
              disabled={disabled}
              onClick={() => {
                setTrouble(undefined);
                onChange(null);
              }}
            >
              {say.remove}
            </Button>
          ) : null}
        </div>
      </div>
    </Input.Wrapper>
  );
}
