import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { AlertRule } from '../../api/types';
import { failureMessages } from '../../app/States';
import { useRemoveRule } from '../alertQueries';

export function RuleRemoval({ rule, close }: { rule: AlertRule; close: () => void }) {
  const { t } = useTranslation();
  const [isAsking, asking] = useDisclosure(false);
  const remove = useRemoveRule(rule);
  return (
    <>
      <Button variant="default" color="red" onClick={asking.open}>
        {t('alerts.remove')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={<Text fw={650}>{t('alerts.remove')}</Text>}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('alerts.removeAsk', { name: rule.name })}</Text>
          {remove.error && (
            <Text size="sm" c="var(--voc-negative-text)" role="alert">
              {failureMessages(remove.error, t('app.offline')).join(' ')}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={asking.close} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: close })}
            >
              {t('alerts.remove')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
