import { useTranslation } from 'react-i18next';
import { KeyHelp } from '../app/KeyHelp';
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
    <KeyHelp
      title={t('issues.keys')}
      meanings={keys.map(([pressed, action]) => ({ keys: pressed, does: t(`issues.key.${action}`) }))}
      {...{ opened, close }}
    />
  );
}
