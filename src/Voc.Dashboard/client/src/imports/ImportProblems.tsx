import { Collapse, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Import } from '../api/types';
import { useFormat } from '../format/useFormat';

export function ImportProblems({ job }: { job: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, problems] = useDisclosure(false);
  if (job.problems.length === 0) return null;
  return (
    <>
      <UnstyledButton fz="sm" c="var(--voc-negative-text)" onClick={problems.toggle} aria-expanded={isOpen}>
        {t('imports.problems', { rows: format.count(job.rejected || job.problems.length) })}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Table mt={4} verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={64}>{t('imports.line')}</Table.Th>
              <Table.Th w={160}>{t('imports.column')}</Table.Th>
              <Table.Th>{t('imports.problem')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {job.problems.map((problem, at) => (
              <Table.Tr key={at}>
                <Table.Td>{problem.line}</Table.Td>
                <Table.Td>{problem.column}</Table.Td>
                <Table.Td>{problem.message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </>
  );
}
