import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FeedbackDetail } from '../api/types';
import { useFormat } from '../format/useFormat';
import { useFieldName } from './useFieldName';

export function FeedbackFacts({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldName = useFieldName();
  const facts: [string, string | null][] = [
    [t('feedback.customer'), feedback.customer],
    [t('feedback.product'), feedback.product],
    ...Object.entries(feedback.scores).map(([name, value]): [string, string] => [
      fieldName(name),
      format.decimal(value),
    ]),
    ...Object.entries(feedback.attributes).map(([name, value]): [string, string] => [fieldName(name), value]),
    [t('feedback.source'), feedback.source],
    [t('feedback.externalId'), feedback.externalId],
    [t('feedback.occurredAt'), format.dateTime(feedback.occurredAt)],
    [t('feedback.receivedAt'), format.dateTime(feedback.receivedAt)],
  ];
  return (
    <Table variant="vertical" layout="fixed" withRowBorders>
      <Table.Tbody>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w="9rem" fw={500} c="dimmed" bg="transparent">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
