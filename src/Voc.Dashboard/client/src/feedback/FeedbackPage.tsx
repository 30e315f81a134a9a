import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../app/Page';
import { FeedbackView } from './FeedbackView';

export function Component() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  return (
    <Page title={t('feedback.detail')} narrow>
      <Card padding="lg">
        <FeedbackView id={id} />
      </Card>
    </Page>
  );
}
