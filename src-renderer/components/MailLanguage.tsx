import { Select } from '@mantine/core';
import { allLanguages, type Language, ownNameOf } from '#contract/messages/languages.ts';
import { words } from '../app/words.ts';

interface MailLanguageProps {
  /** Null: the organization's language. */
  readonly value: Language | null;
  /** The organization's language. */
  readonly own: Language;
  readonly onChange: (language: Language | null) => void;
  readonly disabled?: boolean;
}

const organization = 'organization';
const { fields, life } = words.invitations;

/** The language of an invitation's mail, for people who have not chosen one themselves. */
export const MailLanguage = ({ value, own, onChange, disabled = false }: MailLanguageProps) => (
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
