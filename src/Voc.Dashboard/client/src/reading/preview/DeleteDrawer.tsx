import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { ChangeDrawer } from './ChangeDrawer';
import { useKeep } from './useKeep';
import { usePreview } from './usePreview';

interface Props {
  title: string;
  explanation: string;
  action: string;
  /** Where the API tries changes of this kind, and what to try. */
  previewPath: string;
  change: unknown;
  path: string;
  close: () => void;
}

/** Takes something away that the company taught, once it was seen what that does. */
export function DeleteDrawer({ title, explanation, action, previewPath, change, path, close }: Props) {
  const { t } = useTranslation();
  const preview = usePreview(previewPath, change);
  const keep = useKeep(() => api.delete(path), close);
  return (
    <ChangeDrawer
      title={title}
      close={close}
      preview={preview}
      save={keep.mutate}
      saving={keep}
      action={action}
      isDangerous
    >
      <Text>{explanation}</Text>
      <Text size="sm" c="dimmed">
        {t('reading.deleteHint')}
      </Text>
    </ChangeDrawer>
  );
}
