import { useTranslation } from 'react-i18next';
import { KeyHelp } from '../../app/KeyHelp';

const keys = [
  [['/'], 'box'],
  [['j', '↓'], 'next'],
  [['k', '↑'], 'previous'],
  [['Enter'], 'open'],
  [['Esc'], 'close'],
  [['s'], 'save'],
  [['?'], 'help'],
] as const;

export function SearchKeys({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <KeyHelp
      title={t('search.keys')}
      meanings={keys.map(([pressed, action]) => ({ keys: pressed, does: t(`search.key.${action}`) }))}
      {...{ opened, close }}
    />
  );
}
