import { Select } from '@mantine/core';
import { allLanguages, type Language, ownNameOf } from '#contract/messages/languages.ts';
import { words } from '../app/words.ts';

interface MailLanguageProps {
  /** Null is the organization's own. */
  readonly value: Language | null;
  /** The organization's own. */
  readonly own: Language;
  readonly onChange: (language: Language | null) => void;
  readonly disabled: boolean;
}

const organization = 'organization';
const { fields, life } = words.invitations;

/** What the mail of an invitation is written in, for people who never said what they read. */
export const MailLanguage = ({ value, own, onChange, disabled }: MailLanguageProps) => (
  <Select
    label={fields.language}
    data={[
      { value: organization, label: life.organization(ownNameOf(own)) },
      ...allLanguages
        .filter((language) => language !== own)
        .map((language) => ({ value: language as string, label: ownNameOf(language) })),
    ]}
    value={value === null || value === own ? organization : value}
    onChange={(chosen) => onChange(allLanguages.find((language) => language === chosen) ?? null)}
    allowDeselect={false}
    disabled={disabled}
  />
);
