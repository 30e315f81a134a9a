import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIssueTitle } from '../issues/useIssueTitle';
import { useArrivals } from './useArrivals';

/** Tells of a new issue on whatever page is open. Renders nothing of its own. */
export function NewIssueNotices() {
  const { t } = useTranslation();
  const { newIssues } = useArrivals();
  const titleOf = useIssueTitle();
  const told = useRef(new Set<number>());
  useEffect(() => {
    for (const issue of newIssues.values()) {
      if (told.current.has(issue.id)) continue;
      told.current.add(issue.id);
      const id = `issue-${issue.id}`;
      notifications.show({
        id,
        title: t('live.newIssue'),
        message: (
          <Anchor
            component={Link}
            to={`/issues/${issue.id}`}
            onClick={() => notifications.hide(id)}
            size="sm"
          >
            {titleOf(issue)}
          </Anchor>
        ),
        icon: <IconAlertTriangle size={18} />,
        color: issue.polarity === 'negative' ? 'orange' : 'teal',
        autoClose: 15_000,
        withBorder: true,
      });
    }
  }, [newIssues, t, titleOf]);
  return null;
}
