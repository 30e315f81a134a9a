import { ActionIcon, Indicator } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { alertsQuery } from './savedQueries';

const mostShown = 99;

/** Leads to the alerts and says how many were not seen. */
export function AlertBell() {
  const { t } = useTranslation();
  const unread = useQuery(alertsQuery).data?.unread ?? 0;
  return (
    <Indicator
      label={unread > mostShown ? `${mostShown}+` : unread}
      disabled={unread === 0}
      size={16}
      offset={4}
      color="red"
    >
      <ActionIcon
        component={Link}
        to="/alerts"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={unread > 0 ? t('saved.alertsUnread', { unread }) : t('saved.alerts')}
      >
        <IconBell size={19} stroke={1.6} />
      </ActionIcon>
    </Indicator>
  );
}
