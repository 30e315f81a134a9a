import { ActionIcon } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyHelp } from '../app/KeyHelp';
import { isMac, useAltKeys } from './useAltKeys';

const alt = isMac ? '⌥' : 'Alt';
const keys = [
  [[isMac ? '⌘+Enter' : 'Ctrl+Enter'], 'send'],
  [[`${alt}+N`], 'text'],
  [[`${alt}+C`], 'customer'],
  [[`${alt}+P`], 'product'],
  [[`${alt}+T`], 'snippets'],
  [[';…+Tab'], 'snippet'],
  [['Tab'], 'blank'],
  [[`${alt}+E`], 'change'],
  [[`${alt}+1 … 8`], 'related'],
  [['Esc'], 'close'],
  [[`${alt}+/`, '?'], 'help'],
] as const;

/** The list of the page's keys. `?` opens it where nothing is being typed, Alt+/ everywhere. */
export function NoteKeys() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  useAltKeys({ Slash: open });
  useHotkeys([['shift+?', open]]);
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        onClick={open}
        aria-label={t('notes.keys')}
        title={t('notes.keys')}
      >
        <IconKeyboard size={18} />
      </ActionIcon>
      <KeyHelp
        title={t('notes.keys')}
        meanings={keys.map(([pressed, action]) => ({ keys: pressed, does: t(`notes.key.${action}`) }))}
        {...{ opened, close }}
      />
    </>
  );
}
