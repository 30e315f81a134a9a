import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Survey } from '../api/types';
import { Page } from '../app/Page';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import classes from './Surveys.module.css';
import { SurveyState } from './SurveyState';
import { surveysQuery } from './surveyQueries';
import { useMayManage } from './useMayManage';

export function Component() {
  const { t } = useTranslation();
  const surveys = useQuery(surveysQuery);
  const mayManage = useMayManage();
  return (
    <Page
      title={t('app.nav.surveys')}
      actions={
        mayManage && (
          <Button component={Link} to="/surveys/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('surveys.create')}
          </Button>
        )
      }
    >
      <Panel title={t('surveys.list')} flush>
        {surveys.error && !surveys.data && (
          <Failure error={surveys.error} retry={() => void surveys.refetch()} />
        )}
        {surveys.isPending && <WaitingRows rows={3} />}
        {surveys.data?.length === 0 && <Empty title={t('surveys.none')}>{t('surveys.noneHint')}</Empty>}
        {surveys.data?.map((survey) => (
          <Row key={survey.id} survey={survey} />
        ))}
      </Panel>
    </Page>
  );
}

function Row({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className={classes.row} aria-label={survey.name}>
      <Group gap="xs">
        <SurveyState survey={survey} />
        <Anchor component={Link} to={`/surveys/${survey.id}`} fw={600}>
          {survey.name}
        </Anchor>
        {survey.invitations > 0 && (
          <Badge variant="default" size="sm">
            {t('surveys.invited', {
              answered: format.count(survey.invitationsAnswered),
              total: format.count(survey.invitations),
            })}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" className="tabular">
        {[
          t('surveys.answers', { answers: format.count(survey.answers) }),
          survey.lastAnswerAt && t('surveys.lastAnswer', { when: format.dateTime(survey.lastAnswerAt) }),
          survey.settings.closesOn &&
            t('surveys.until', { day: format.calendarDate(survey.settings.closesOn) }),
        ]
          .filter(Boolean)
          .join(' ・ ')}
      </Text>
    </article>
  );
}
