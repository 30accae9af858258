import { ColorInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Look } from '#contract/look.ts';
import { palette } from '../../app/palette.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { language, words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Notice } from '../../components/Notice.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { below } from '../settings/SettingsFrame.tsx';
import classes from './Editing.module.css';
import { LogoField } from './LogoField.tsx';
import { isColour, type LookValues, logoInput, lookValues } from './look-values.ts';
import { MailPreview } from './MailPreview.tsx';
import { usePreview } from './use-preview.ts';

const say = words.wording.look;
const { harbor, green, red, yellow, gray } = palette;
const swatches = [harbor[7], '#0b7285', green[7], '#5c940d', yellow[7], '#d9480f', red[7], '#862e9c', gray[8]];

/** The logo at the top of every mail and the colour of its button, with a preview of an invitation. */
export function LookForm({ stored }: { readonly stored: Look }) {
  const { place, may } = useSession();
  const save = useCommand('wording.saveLook');
  const settings = useStoredForm<LookValues>(lookValues(stored), ({ accent, logo }) =>
    save.mutateAsync({
      organizationId: place.id,
      accent: accent === '' ? null : accent,
      ...logoInput(logo),
    }),
  );
  const { form, dirty } = settings;
  const { accent, logo } = form.values;
  const sound = accent === '' || isColour(accent);
  const preview = usePreview(
    { kind: 'invitation', language },
    { look: { ...(sound && { accent: accent === '' ? null : accent }), ...logoInput(logo) } },
  );
  const lacking = may('mail:write') ? undefined : 'mail:write';
  const logoProblem = preview.problems['look.logo.base64'];
  const wrong = !sound || logoProblem !== undefined;
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !lacking && !wrong) settings.save();
      }}
    >
      <div className={classes.scroll}>
        <div className={classes.head}>
          <div className={classes.title}>
            <h2 className={fields.title}>{say.title}</h2>
            <p className={classes.lead}>{say.when}</p>
          </div>
        </div>
        <div className={classes.columns}>
          <div className={classes.fields}>
            {lacking ? (
              <Notice kind="plain" icon={<IconLock size={16} stroke={1.6} aria-hidden />}>
                {words.settings.lacking(words.errors.rights[lacking])}
              </Notice>
            ) : null}
            <LogoField
              logo={logo}
              stored={stored.logo}
              problem={logoProblem ?? form.errors['logo.base64']}
              disabled={lacking !== undefined}
              onChange={(next) => form.setFieldValue('logo', next)}
            />
            <ColorInput
              label={say.colour}
              description={say.colourHint}
              inputWrapperOrder={below}
              placeholder={say.usual}
              format="hex"
              swatches={swatches}
              swatchesPerRow={9}
              withEyeDropper={false}
              fixOnBlur={false}
              disabled={lacking !== undefined}
              {...form.getInputProps('accent')}
              error={sound ? form.errors.accent : words.errors.issues['not-a-colour']}
            />
          </div>
          <div className={classes.preview}>
            <MailPreview preview={preview} />
          </div>
        </div>
      </div>
      {lacking ? null : <SaveBar dirty={dirty} saving={settings.saving} undo={settings.undo} />}
    </form>
  );
}
