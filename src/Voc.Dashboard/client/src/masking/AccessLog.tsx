import { Anchor, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { accessesQuery } from './maskingQueries';

export function AccessLog() {
  const { t } = useTranslation();
  const format = useFormat();
  const accesses = useQuery(accessesQuery);
  return (
    <Panel title={t('masking.accesses')} flush>
      {accesses.error && !accesses.data && (
        <Failure error={accesses.error} retry={() => void accesses.refetch()} />
      )}
      {accesses.isPending && <WaitingRows rows={2} />}
      {accesses.data?.length === 0 && (
        <Empty title={t('masking.noAccesses')}>{t('masking.noAccessesHint')}</Empty>
      )}
      {accesses.data && accesses.data.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('masking.original')}</Table.Th>
                <Table.Th>{t('masking.reader')}</Table.Th>
                <Table.Th>{t('masking.reason')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {accesses.data.map((access) => (
                <Table.Tr key={access.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/feedback/${access.feedbackId}`} size="sm">
                      {access.feedbackId}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{access.by}</Table.Td>
                  <Table.Td>{access.reason}</Table.Td>
                  <Table.Td ta="right">{format.dateTime(access.at)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}
