import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '#contract/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { desktop } from '../../app/api.ts';
import { openOutside } from '../../app/open-outside.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { PortalEncryption } from './PortalEncryption.tsx';
import { portalInput, portalValues } from './portal-form.ts';
import frame from './SettingsFrame.module.css';
import { below, SettingsFrame } from './SettingsFrame.tsx';

const wording = words.settings.portal;
const isLoopback = (address: string) => /^(127\.|::1$)/.test(address);
/** The portal moves only after its settings are saved; ms between looks at where it is. */
const lookAgain = 2000;

/** Whether the portal is running now, and where. */
function Running({ linksBeginWith }: { readonly linksBeginWith: string }) {
  // the first word of the key is an operation: notices of a change of the portal refresh it
  const about = useQuery({
    queryKey: ['portal.settings', 'about'],
    queryFn: () => desktop.about(),
    refetchInterval: lookAgain,
  }).data;
  const url = about?.portalUrl;
  return (
    <dl className={frame.facts}>
      <dt>{url || !about ? wording.runs : wording.stopped}</dt>
      <dd>
        {url ? (
          <>
            <IconCircleCheck size={16} stroke={1.6} aria-hidden className="gh-ok" style={{ verticalAlign: -3 }} /> {url}{' '}
            <Button
              size="xs"
              variant="subtle"
              ml={4}
              leftSection={<IconExternalLink size={14} stroke={1.6} aria-hidden />}
              onClick={() => void openOutside(url)}
            >
              {wording.open}
            </Button>
          </>
        ) : about ? (
          <span className="gh-bad">
            <IconCircleX size={16} stroke={1.6} aria-hidden style={{ verticalAlign: -3 }} />{' '}
            {about.portalError ? wordError(words, about.portalError) : words.desktop.about.portalOff}
          </span>
        ) : null}
      </dd>
      <dt>{wording.linksBeginWith}</dt>
      <dd className="gh-mono">{linksBeginWith}</dd>
    </dl>
  );
}

export function PortalSettings({ stored }: { readonly stored: OutputOf<'portal.settings'> }) {
  const { place, may } = useSession();
  const save = useCommand('portal.save');
  const settings = useStoredForm(portalValues(stored), (form) =>
    save.mutateAsync({ organizationId: place.id, ...portalInput(form) }),
  );
  const { form } = settings;
  const lacking = may('settings:write') ? undefined : 'settings:write';
  const disabled = lacking !== undefined;
  const open = !form.values.https && !isLoopback(form.values.address.trim());
  return (
    <SettingsFrame title={words.settings.pages.portal} lead={wording.lead} settings={settings} lacking={lacking}>
      {stored.loopback ? (
        <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          <b>{wording.loopback}.</b> {wording.loopbackHint}
        </Notice>
      ) : null}
      <Running linksBeginWith={stored.linksBeginWith} />
      <TextInput
        label={wording.baseUrl}
        description={wording.baseUrlHint}
        placeholder={words.common.optional}
        inputMode="url"
        disabled={disabled}
        {...form.getInputProps('baseUrl')}
      />
      <div className={frame.pair}>
        <TextInput
          label={wording.address}
          description={wording.addressHint}
          inputWrapperOrder={below}
          required
          disabled={disabled}
          {...form.getInputProps('address')}
        />
        <NumberInput
          label={wording.port}
          description={wording.portHint}
          inputWrapperOrder={below}
          min={0}
          max={65_535}
          allowDecimal={false}
          hideControls
          disabled={disabled}
          {...form.getInputProps('port')}
        />
      </div>
      {open ? (
        <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          {wording.openNetwork}
        </Notice>
      ) : null}
      <PortalEncryption form={form} disabled={disabled} stored={stored} />
    </SettingsFrame>
  );
}
