import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SurveyQuestionResult, SurveyResult } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty } from '../app/States';
import { useFormat } from '../format/useFormat';
import { CountsChart } from './CountsChart';
import { IntervalChart } from './IntervalChart';
import classes from './Surveys.module.css';
import { useFigure } from './useFigure';

/** What was answered: each figure with its interval, over time and by segment; free text is in the search. */
export function SurveyResults({ result: { survey, questions } }: { result: SurveyResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (survey.answers === 0)
    return (
      <Panel title={t('surveys.tab.results')}>
        <Empty title={t('surveys.noAnswers')}>
          {t(`surveys.noAnswersHint.${survey.published ? 'open' : 'draft'}`)}
        </Empty>
      </Panel>
    );
  return (
    <Stack gap="md">
      <section className={classes.figures} aria-label={t('surveys.figures')}>
        <div className={classes.figure}>
          <Text size="sm" c="dimmed">
            {t('surveys.answersTitle')}
          </Text>
          <div className={classes.value}>{format.count(survey.answers)}</div>
          {survey.invitations > 0 && (
            <Text size="sm" c="dimmed">
              {t('surveys.rate', {
                answered: format.count(survey.invitationsAnswered),
                total: format.count(survey.invitations),
                share: format.percent(survey.invitationsAnswered / survey.invitations),
              })}
            </Text>
          )}
        </div>
        {questions.map((question) => question.overall && <Figure key={question.name} question={question} />)}
      </section>
      {questions.map((question) =>
        question.kind === 'text' ? (
          <Panel key={question.name} title={question.label}>
            <Anchor component={Link} to={`/search?q=${encodeURIComponent(`source:"${survey.name}"`)}`}>
              {t('surveys.readTexts')}
            </Anchor>
          </Panel>
        ) : (
          <QuestionCharts key={question.name} question={question} />
        ),
      )}
    </Stack>
  );
}

function Figure({ question }: { question: SurveyQuestionResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure(question.kind);
  return (
    <div className={classes.figure}>
      <Text size="sm" c="dimmed">
        {t(`surveys.figure.${question.kind}`)}
      </Text>
      <div className={classes.value}>{figure.value(question.overall!)}</div>
      <Text size="sm" c="dimmed" className="tabular">
        {figure.interval(question.overall!)}
      </Text>
      <Text size="xs" c="dimmed">
        {t('surveys.of', { answers: format.count(question.overall!.answers), question: question.label })}
      </Text>
    </div>
  );
}

function QuestionCharts({ question }: { question: SurveyQuestionResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <CountsChart question={question} />
      {question.months.length > 0 && (
        <IntervalChart
          question={question}
          title={t('surveys.overTime', { figure: t(`surveys.figure.${question.kind}`) })}
          by={t('surveys.month')}
          groups={question.months}
          nameOf={format.month}
        />
      )}
      {question.segments.map((segments) => (
        <IntervalChart
          key={segments.by ?? ''}
          question={question}
          title={t('surveys.bySegment', {
            figure: t(`surveys.figure.${question.kind}`),
            segment: segments.label ?? t('surveys.segment'),
          })}
          by={segments.label ?? t('surveys.segment')}
          groups={segments.groups}
          lying
        />
      ))}
    </>
  );
}
