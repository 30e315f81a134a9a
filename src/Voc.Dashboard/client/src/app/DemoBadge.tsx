import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function DemoBadge() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('app.demoHint')}>
      <Badge color="orange" variant="filled" size="sm" tabIndex={0}>
        {t('app.demo')}
      </Badge>
    </Tooltip>
  );
}
