import { ActionIcon, Tooltip } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMayWeigh } from './useMayWeigh';

/** Leads those who may to where severity is weighed. */
export function SeverityLink() {
  const { t } = useTranslation();
  if (!useMayWeigh()) return null;
  return (
    <Tooltip label={t('severity.title')}>
      <ActionIcon variant="default" component={Link} to="/issues/severity" aria-label={t('severity.title')}>
        <IconScale size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
