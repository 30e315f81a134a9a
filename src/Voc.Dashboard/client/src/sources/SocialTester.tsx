import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlatformKind, SocialPreview } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { socialSettings, type SocialDraft } from './socialSettings';
import { useSocialTest } from './sourceQueries';

/** Tries the connection and shows what would be collected, without storing anything. */
export function SocialTester({ kind, draft, id }: { kind: PlatformKind; draft: SocialDraft; id?: number }) {
  const { t } = useTranslation();
  const test = useSocialTest();
  const run = () =>
    test.mutate({
      kind,
      settings: socialSettings(kind, draft),
      secret: draft.secret.trim() || null,
      id: id ?? null,
    });
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="light" onClick={run} loading={test.isPending}>
          {t('sources.social.test')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('sources.social.testHint')}
        </Text>
      </Group>
      {test.error && (
        <Alert color="red" role="alert">
          {failureMessages(test.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {test.data && <Found preview={test.data} />}
    </Stack>
  );
}

function Found({ preview }: { preview: SocialPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status">
      {preview.problems.length > 0 && (
        <Alert color="orange" mb="xs">
          {preview.problems.map((problem) => (
            <Text key={problem} size="sm">
              {problem}
            </Text>
          ))}
        </Alert>
      )}
      <Text size="sm" fw={600}>
        {t('sources.social.found', {
          found: format.count(preview.items.length),
          read: format.count(preview.read),
          passed: format.count(preview.passedOver),
        })}
      </Text>
      {preview.items.length > 0 && (
        <Table.ScrollContainer minWidth={320} mah={260}>
          <Table fz="sm">
            <Table.Tbody>
              {preview.items.map((item, index) => (
                <Table.Tr key={index}>
                  <Table.Td>{item.text}</Table.Td>
                  <Table.Td w={120} c="dimmed">
                    {format.dateTime(item.occurredAt)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  );
}
