import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Keys that do the same, and what they do in the reader's language. */
export interface KeyMeaning {
  keys: readonly string[];
  does: string;
}

interface Props {
  title: string;
  meanings: readonly KeyMeaning[];
  opened: boolean;
  close: () => void;
}

/** The list of a page's keys. */
export function KeyHelp({ title, meanings, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size="sm"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {meanings.map(({ keys, does }) => (
            <Table.Tr key={does}>
              <Table.Td w="7rem">
                {keys.map((key) => (
                  <Kbd key={key} mr={6}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
