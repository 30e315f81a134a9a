import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBell } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { alertArrivals } from './alertArrivals';

/** Tells of an alert on whatever page is open. Renders nothing of its own. */
export function AlertNotices() {
  const { t, i18n } = useTranslation();
  useEffect(
    () =>
      alertArrivals.subscribe((alert) => {
        const id = `alert-${alert.id}`;
        notifications.show({
          id,
          title: t('saved.newAlert', { name: alert.name }),
          message: (
            <Anchor component={Link} to="/alerts" onClick={() => notifications.hide(id)} size="sm">
              {i18n.language === 'ja' ? alert.why.ja : alert.why.en}
            </Anchor>
          ),
          icon: <IconBell size={18} />,
          color: alert.reason === 'count' ? 'orange' : undefined,
          autoClose: 15_000,
          withBorder: true,
        });
      }),
    [t, i18n],
  );
  return null;
}
