import { Code, Collapse, Group, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const examples = ['words', 'phrase', 'or', 'not', 'prefix', 'field', 'group'] as const;

export function SyntaxHelp({ use }: { use: (query: string) => void }) {
  const { t } = useTranslation();
  const [isOpen, help] = useDisclosure(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <UnstyledButton onClick={help.toggle} aria-expanded={isOpen} fz="xs" c="dimmed" mb="sm">
        <Group gap={3}>
          <Chevron size={13} aria-hidden />
          {t('search.help')}
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Table mb="md" verticalSpacing={4} w="auto">
          <Table.Tbody>
            {examples.map((example) => (
              <Table.Tr key={example}>
                <Table.Td>
                  <UnstyledButton
                    onClick={() => use(t(`search.example.${example}`))}
                    aria-label={t('search.tryExample', { example: t(`search.example.${example}`) })}
                  >
                    <Code>{t(`search.example.${example}`)}</Code>
                  </UnstyledButton>
                </Table.Td>
                <Table.Td c="dimmed" fz="sm">
                  {t(`search.explains.${example}`)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </>
  );
}
