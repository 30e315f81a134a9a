import { Anchor, Drawer, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FeedbackView } from './FeedbackView';
import { useFeedbackLink } from './useFeedbackLink';

/** Details of one feedback beside whatever page is open. */
export function FeedbackDrawer() {
  const { t } = useTranslation();
  const { id, close } = useFeedbackLink();
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      size="min(38rem, 100%)"
      closeButtonProps={{ 'aria-label': t('app.close') }}
      title={
        <Group gap="md">
          <Text fw={650}>{t('feedback.detail')}</Text>
          <Anchor component={Link} to={`/feedback/${id}`} size="xs">
            {t('feedback.permalink')}
          </Anchor>
        </Group>
      }
    >
      {id !== null && <FeedbackView id={id} />}
    </Drawer>
  );
}
