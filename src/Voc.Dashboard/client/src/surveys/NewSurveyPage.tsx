import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../app/Page';
import { SurveyBuilder } from './SurveyBuilder';
import { emptySurvey } from './surveyDraft';
import { useCreateSurvey } from './surveyQueries';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateSurvey();
  const [name, setName] = useState('');
  return (
    <Page title={t('surveys.create')}>
      <SurveyBuilder
        name={name}
        rename={setName}
        initial={emptySurvey()}
        save={(settings) =>
          create.mutate(
            { name: name.trim(), settings: { ...settings, title: titled(settings.title, name) } },
            { onSuccess: ({ id }) => void navigate(`/surveys/${id}?tab=share`) },
          )
        }
        isSaving={create.isPending}
        error={create.error}
      />
    </Page>
  );
}

/** Without a title of its own the survey is called as here. */
const titled = (title: { ja: string; en: string }, name: string) =>
  title.ja.trim() ? title : { ...title, ja: name.trim() };
