import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportForm } from './ExportForm';
import { ExportList } from './ExportList';

interface Props {
  /** The search as the page's address has it, without the question mark. */
  search: string;
  /** How many texts it finds, or null as long as nobody knows. */
  total: number | null;
}

export function ExportButton({ search, total }: Props) {
  const { t } = useTranslation();
  const [isOpen, dialog] = useDisclosure(false);
  const isNarrow = useMediaQuery('(max-width: 40em)', false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={15} aria-hidden />}
        onClick={dialog.open}
      >
        {t('exports.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={<Text fw={650}>{t('exports.title')}</Text>}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        size="lg"
        fullScreen={isNarrow}
      >
        <ExportForm search={search} total={total} />
        <ExportList />
      </Modal>
    </>
  );
}
