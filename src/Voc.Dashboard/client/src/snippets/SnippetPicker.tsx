import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snippet } from '../api/types';
import { isMac, useAltKeys } from '../notes/useAltKeys';
import { SnippetForm } from './SnippetForm';
import { SnippetList } from './SnippetList';

interface Props {
  snippets: readonly Snippet[];
  insert: (snippet: Snippet) => void;
  /** Called before it opens; what has the focus then has it again afterwards. */
  opens: () => void;
}

/** All snippets, to be put in, made and changed; Alt+T opens it. */
export function SnippetPicker({ snippets, insert, opens }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const [edited, setEdited] = useState<Snippet | 'new' | null>(null);
  const show = () => {
    opens();
    setEdited(null);
    open();
  };
  useAltKeys({ KeyT: () => !opened && show() });
  const title = edited
    ? t(edited === 'new' ? 'snippets.addTitle' : 'snippets.editTitle')
    : t('snippets.title');
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={show}
        aria-keyshortcuts="Alt+T"
        rightSection={
          <Text component="kbd" size="xs" c="dimmed" aria-hidden>{`${isMac ? '⌥' : 'Alt'}+T`}</Text>
        }
      >
        {t('snippets.title')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={<Text fw={650}>{title}</Text>}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {edited ? (
          <SnippetForm before={edited === 'new' ? null : edited} close={() => setEdited(null)} />
        ) : (
          <SnippetList
            snippets={snippets}
            pick={(snippet) => {
              insert(snippet);
              close();
            }}
            edit={setEdited}
          />
        )}
      </Modal>
    </>
  );
}
