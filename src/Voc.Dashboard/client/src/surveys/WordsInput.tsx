import { Group, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Words } from './surveyDraft';

interface Props {
  label: string;
  words: Words;
  change: (words: Words) => void;
  /** Asks for the English too. */
  inEnglish: boolean;
  placeholder?: string;
  required?: boolean;
  isLong?: boolean;
}

export function WordsInput({ label, words, change, inEnglish, placeholder, required, isLong }: Props) {
  const { t } = useTranslation();
  const field = (language: 'ja' | 'en') => {
    const properties = {
      label: inEnglish ? t(`surveys.in.${language}`, { label }) : label,
      value: words[language],
      onChange: (event: { currentTarget: { value: string } }) =>
        change({ ...words, [language]: event.currentTarget.value }),
      placeholder: language === 'ja' ? placeholder : words.ja,
      required: required && language === 'ja',
      lang: language,
      flex: '1 1 14rem',
    };
    return isLong ? <Textarea autosize minRows={2} {...properties} /> : <TextInput {...properties} />;
  };
  return (
    <Group align="flex-start" gap="sm">
      {field('ja')}
      {inEnglish && field('en')}
    </Group>
  );
}
