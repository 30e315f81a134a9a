import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../session/useSession';

const board = [
  [['j', '↓'], 'next'],
  [['k', '↑'], 'previous'],
  [['Enter'], 'open'],
  [['/'], 'filter'],
] as const;
const page = [
  [['j'], 'next'],
  [['k'], 'previous'],
  [['u'], 'back'],
] as const;
const triage = [
  [['e'], 'mine'],
  [['a'], 'acknowledged'],
  [['i'], 'investigating'],
  [['f'], 'fixed'],
  [['v'], 'verified'],
  [['r'], 'regressed'],
  [['m'], 'muted'],
] as const;
const select = [[['x'], 'select']] as const;
const help = [[['?'], 'help']] as const;
const comment = [[['c'], 'comment']] as const;

interface Props {
  on: 'board' | 'page';
  opened: boolean;
  close: () => void;
}

export function IssueKeys({ on, opened, close }: Props) {
  const { t } = useTranslation();
  const mayTriage = useHasRole('product');
  const keys = [
    ...(on === 'board' ? board : page),
    ...(mayTriage ? triage : []),
    ...(mayTriage ? (on === 'page' ? comment : select) : []),
    ...help,
  ];
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('issues.keys')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {keys.map(([pressed, action]) => (
            <Table.Tr key={action}>
              <Table.Td w="7rem">
                {pressed.map((key) => (
                  <Kbd key={key} mr={6}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t(`issues.key.${action}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
