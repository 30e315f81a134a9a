import { Select, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportMapping } from '../api/types';
import { columnRoles, roleOf, withRole, type ColumnRole } from './columnRoles';

interface Props {
  columns: string[];
  mapping: ImportMapping;
  change: (mapping: ImportMapping) => void;
}

export function MappingEditor({ columns, mapping, change }: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={3} size="h4">
        {t('imports.mapping')}
      </Title>
      <Text size="xs" c="dimmed" mb={4}>
        {t('imports.mappingHint')}
      </Text>
      <Table.ScrollContainer minWidth={columns.length * 150}>
        <Table withTableBorder withColumnBorders verticalSpacing={6} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Td key={column}>
                  <Select
                    size="xs"
                    aria-label={t('imports.roleOf', { column })}
                    value={roleOf(mapping, column)}
                    onChange={(role) => change(withRole(mapping, column, role as ColumnRole))}
                    data={columnRoles.map((value) => ({ value, label: t(`imports.role.${value}`) }))}
                    allowDeselect={false}
                    variant={roleOf(mapping, column) === 'ignored' ? 'unstyled' : 'default'}
                    comboboxProps={{ width: 180, position: 'bottom-start' }}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
