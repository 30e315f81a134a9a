import { Alert, Button, Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Panel } from '../app/Panel';
import { failureMessages } from '../app/States';
import { QuestionList } from './QuestionList';
import { SurveyPreview } from './SurveyPreview';
import classes from './Surveys.module.css';
import { hasEnglish, linesOf, withoutEnglish, type SurveySettings } from './surveyDraft';
import { WordsInput } from './WordsInput';

interface Props {
  name: string;
  /** Given where the name can still be chosen. */
  rename?: (name: string) => void;
  initial: SurveySettings;
  save: (settings: SurveySettings) => void;
  isSaving: boolean;
  error: Error | null;
}

/** A survey being written, beside the page as customers will see it. */
export function SurveyBuilder({ name, rename, initial, save, isSaving, error }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [inEnglish, setInEnglish] = useState(() => hasEnglish(initial));
  const [origins, setOrigins] = useState(initial.allowedOrigins.join('\n'));
  const change = (part: Partial<SurveySettings>) => setDraft((before) => ({ ...before, ...part }));
  const settings = { ...(inEnglish ? draft : withoutEnglish(draft)), allowedOrigins: linesOf(origins) };
  const wrong = error instanceof Problem ? error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(settings);
  };
  return (
    <div className={classes.builder}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Panel title={t('surveys.basics')}>
            <Stack gap="sm">
              {rename && (
                <TextInput
                  label={t('surveys.name')}
                  description={t('surveys.nameHint')}
                  value={name}
                  onChange={(event) => rename(event.currentTarget.value)}
                  error={wrong.name?.join(' ')}
                  maxLength={100}
                  required
                  data-autofocus
                />
              )}
              <WordsInput
                label={t('surveys.title')}
                words={draft.title}
                change={(title) => change({ title })}
                inEnglish={inEnglish}
                placeholder={name}
              />
              <WordsInput
                label={t('surveys.introduction')}
                words={draft.introduction}
                change={(introduction) => change({ introduction })}
                inEnglish={inEnglish}
                isLong
              />
              <WordsInput
                label={t('surveys.thanks')}
                words={draft.thanks}
                change={(thanks) => change({ thanks })}
                inEnglish={inEnglish}
                placeholder={t('surveys.thanksUsual')}
              />
              <Switch
                label={t('surveys.inEnglish')}
                checked={inEnglish}
                onChange={(event) => setInEnglish(event.currentTarget.checked)}
              />
            </Stack>
          </Panel>
          <QuestionList
            questions={draft.questions}
            change={(questions) => change({ questions })}
            inEnglish={inEnglish}
          />
          <Panel title={t('surveys.conditions')}>
            <Stack gap="sm">
              <Group grow align="flex-start">
                <TextInput
                  type="date"
                  label={t('surveys.closesOn')}
                  description={t('surveys.closesOnHint')}
                  value={draft.closesOn ?? ''}
                  onChange={(event) => change({ closesOn: event.currentTarget.value || null })}
                />
                <TextInput
                  label={t('surveys.product')}
                  description={t('surveys.productHint')}
                  value={draft.product ?? ''}
                  onChange={(event) => change({ product: event.currentTarget.value || null })}
                  maxLength={200}
                />
              </Group>
              <Switch
                label={t('surveys.openLink')}
                description={t('surveys.openLinkHint')}
                checked={draft.openLink}
                onChange={(event) => change({ openLink: event.currentTarget.checked })}
              />
              <Textarea
                label={t('surveys.origins')}
                description={t('surveys.originsHint')}
                placeholder="https://www.example.jp"
                value={origins}
                onChange={(event) => setOrigins(event.currentTarget.value)}
                autosize
                minRows={1}
              />
            </Stack>
          </Panel>
          {error && (
            <Alert color="red" role="alert">
              {failureMessages(error, t('app.offline')).join(' ')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={isSaving}>
              {t('surveys.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <div className={classes.preview}>
        <SurveyPreview settings={settings} inEnglish={inEnglish} />
      </div>
    </div>
  );
}
