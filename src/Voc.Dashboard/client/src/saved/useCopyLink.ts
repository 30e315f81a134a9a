import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../api/types';
import { linkOf } from './savedAddress';

/** Copies the link of a saved search; where the browser does not let it, shows it. */
export function useCopyLink() {
  const { t } = useTranslation();
  return async (search: SavedSearch) => {
    const link = linkOf(search);
    try {
      await navigator.clipboard.writeText(link);
      notifications.show({ message: t(search.shared ? 'saved.linkCopied' : 'saved.linkPrivate') });
    } catch {
      // Without https there is no clipboard.
      notifications.show({ message: t('saved.copyFailed', { link }), autoClose: false });
    }
  };
}
