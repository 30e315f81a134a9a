import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpinionView, SentimentLabel } from '../api/types';
import { SentimentMark } from './SentimentMark';

const labelOf = (polarity: number): SentimentLabel =>
  polarity > 0 ? 'positive' : polarity < 0 ? 'negative' : 'neutral';

const modalities = ['fact', 'wish', 'question', 'hypothetical', 'resolved', 'hearsay'] as const;
const isModality = (name: string): name is (typeof modalities)[number] =>
  (modalities as readonly string[]).includes(name);

export function OpinionTable({ opinions }: { opinions: OpinionView[] }) {
  const { t } = useTranslation();
  if (opinions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('feedback.noOpinions')}
      </Text>
    );
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('feedback.target')}</Table.Th>
          <Table.Th>{t('feedback.expression')}</Table.Th>
          <Table.Th>{t('feedback.polarity')}</Table.Th>
          <Table.Th>{t('feedback.modalityTitle')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {opinions.map((opinion, at) => (
          <Table.Tr key={at}>
            <Table.Td>{opinion.target ?? <Text c="dimmed">{t('feedback.unnamedTarget')}</Text>}</Table.Td>
            <Table.Td>
              {opinion.expression}
              {opinion.negated && (
                <Text span size="xs" c="dimmed" ml={6}>
                  {t('feedback.negated')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <SentimentMark label={labelOf(opinion.polarity)} />
            </Table.Td>
            <Table.Td>
              {isModality(opinion.modality) ? t(`feedback.modality.${opinion.modality}`) : opinion.modality}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
