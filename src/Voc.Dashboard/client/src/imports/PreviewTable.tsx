import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../api/types';
import { useFieldName } from '../feedback/useFieldName';
import { useFormat } from '../format/useFormat';

/** The first rows as they would be stored, with what is wrong with them. */
export function PreviewTable({ preview, isStale }: { preview: ImportPreview; isStale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldName = useFieldName();
  const scoreNames = namesIn(preview.rows.map((row) => row.scores));
  const hasProduct = preview.rows.some((row) => row.product);
  const hasCustomer = preview.rows.some((row) => row.customer);
  const attributeNames = namesIn(preview.rows.map((row) => row.attributes));
  return (
    <section aria-busy={isStale}>
      <Title order={3} size="h4" mb={4}>
        {t('imports.preview', { rows: preview.rows.length })}
      </Title>
      <Table.ScrollContainer minWidth={720} mah={420} type="scrollarea">
        <Table withTableBorder stickyHeader verticalSpacing={4} opacity={isStale ? 0.5 : 1} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={56}>{t('imports.line')}</Table.Th>
              <Table.Th miw={260}>{t('imports.role.text')}</Table.Th>
              <Table.Th>{t('imports.role.occurredAt')}</Table.Th>
              {hasProduct && <Table.Th>{t('imports.role.product')}</Table.Th>}
              {hasCustomer && <Table.Th>{t('imports.role.customer')}</Table.Th>}
              {[...scoreNames, ...attributeNames].map((name) => (
                <Table.Th key={name}>{fieldName(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.rows.map((row) => (
              <Table.Tr key={row.line} bg={row.problem ? 'var(--voc-negative-soft)' : undefined}>
                <Table.Td c="dimmed">{row.line}</Table.Td>
                <Table.Td>
                  <Text size="sm" lineClamp={2}>
                    {row.text}
                  </Text>
                  {row.problem && (
                    <Text size="xs" c="var(--voc-negative-text)">
                      {row.problem}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {row.occurredAt && format.dateTime(row.occurredAt)}
                </Table.Td>
                {hasProduct && <Table.Td>{row.product}</Table.Td>}
                {hasCustomer && <Table.Td>{row.customer}</Table.Td>}
                {scoreNames.map((name) => (
                  <Table.Td key={name}>{row.scores[name]}</Table.Td>
                ))}
                {attributeNames.map((name) => (
                  <Table.Td key={name}>{row.attributes[name]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

const namesIn = (records: Record<string, unknown>[]) => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];
