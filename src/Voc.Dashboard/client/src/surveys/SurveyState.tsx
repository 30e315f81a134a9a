import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Survey } from '../api/types';

const colours: Record<Survey['state'], string> = {
  draft: 'gray',
  open: 'teal',
  paused: 'yellow',
  closed: 'gray',
};

export function SurveyState({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  return (
    <Badge color={colours[survey.state]} variant="light">
      {t(`surveys.state.${survey.state}`)}
    </Badge>
  );
}
