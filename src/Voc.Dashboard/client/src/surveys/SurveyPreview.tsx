import { SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/Panel';
import { failureMessages, Waiting } from '../app/States';
import type { SurveySettings } from './surveyDraft';
import { surveyPreviewQuery } from './surveyQueries';
import classes from './Surveys.module.css';

/** The very page that customers will see, as the server writes it. */
export function SurveyPreview({ settings, inEnglish }: { settings: SurveySettings; inEnglish: boolean }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState('ja');
  const [asked] = useDebouncedValue(JSON.stringify(settings), 300);
  const preview = useQuery(
    surveyPreviewQuery(JSON.parse(asked) as SurveySettings, inEnglish ? language : 'ja'),
  );
  return (
    <Panel
      title={t('surveys.preview')}
      flush
      actions={
        inEnglish && (
          <SegmentedControl
            size="xs"
            value={language}
            onChange={setLanguage}
            data={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
            aria-label={t('surveys.previewLanguage')}
          />
        )
      }
    >
      {preview.error && (
        <Text size="sm" c="var(--voc-negative-text)" role="alert" p="sm">
          {failureMessages(preview.error, t('app.offline')).join(' ')}
        </Text>
      )}
      {preview.isPending && <Waiting />}
      {preview.data && (
        <iframe
          className={classes.frame}
          title={t('surveys.preview')}
          sandbox=""
          srcDoc={preview.data.html}
        />
      )}
    </Panel>
  );
}
