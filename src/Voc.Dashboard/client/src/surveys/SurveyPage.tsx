import { Alert, Button, Group, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Survey } from '../api/types';
import { Page } from '../app/Page';
import { Failure, failureMessages, Waiting } from '../app/States';
import { notifications } from '@mantine/notifications';
import { SurveyBuilder } from './SurveyBuilder';
import { SurveyResults } from './SurveyResults';
import { SurveyShare } from './SurveyShare';
import { SurveyState } from './SurveyState';
import { surveyQuery, useChangeSurvey } from './surveyQueries';
import { useMayManage } from './useMayManage';

const tabs = ['results', 'share', 'build'] as const;

export function Component() {
  const { t, i18n } = useTranslation();
  const id = Number(useParams().id);
  const result = useQuery(surveyQuery(id, i18n.language));
  const [parameters, setParameters] = useSearchParams();
  const mayManage = useMayManage();
  const survey = result.data?.survey;
  const tab = tabs.find((name) => name === parameters.get('tab') && mayManage) ?? 'results';
  return (
    <Page
      title={survey?.name ?? t('app.nav.surveys')}
      actions={survey && mayManage && <Publish survey={survey} />}
    >
      {result.error && !result.data && <Failure error={result.error} retry={() => void result.refetch()} />}
      {result.isPending && <Waiting />}
      {result.data && survey && (
        <Tabs
          value={tab}
          onChange={(value) =>
            setParameters(value && value !== 'results' ? { tab: value } : {}, { replace: true })
          }
        >
          {mayManage && (
            <Tabs.List mb="md">
              {tabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`surveys.tab.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          )}
          <Tabs.Panel value="results">
            {tab === 'results' && <SurveyResults result={result.data} />}
          </Tabs.Panel>
          <Tabs.Panel value="share">{tab === 'share' && <SurveyShare survey={survey} />}</Tabs.Panel>
          <Tabs.Panel value="build">{tab === 'build' && <Edit key={survey.id} survey={survey} />}</Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}

function Publish({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const change = useChangeSurvey(survey.id);
  return (
    <Group gap="sm">
      <SurveyState survey={survey} />
      <Button
        variant={survey.published ? 'default' : 'filled'}
        loading={change.isPending}
        onClick={() => change.mutate({ published: !survey.published })}
      >
        {t(survey.published ? 'surveys.stop' : 'surveys.publish')}
      </Button>
      {change.error && (
        <Alert color="red" role="alert">
          {failureMessages(change.error, t('app.offline')).join(' ')}
        </Alert>
      )}
    </Group>
  );
}

function Edit({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const change = useChangeSurvey(survey.id);
  return (
    <SurveyBuilder
      name={survey.name}
      initial={survey.settings}
      save={(settings) =>
        change.mutate({ settings }, { onSuccess: () => notifications.show({ message: t('app.saved') }) })
      }
      isSaving={change.isPending}
      error={change.error}
    />
  );
}
