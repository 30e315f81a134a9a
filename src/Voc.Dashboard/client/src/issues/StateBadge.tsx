import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssueState } from '../api/types';

const colours: Record<IssueState, string> = {
  new: 'ai',
  acknowledged: 'cyan',
  investigating: 'indigo',
  fixed: 'teal',
  verified: 'green',
  regressed: 'red',
  muted: 'gray',
};

export function StateBadge({ state }: { state: IssueState }) {
  const { t } = useTranslation();
  return (
    <Badge size="sm" color={colours[state]} variant={state === 'new' ? 'outline' : 'light'}>
      {t(`issues.state.${state}`)}
    </Badge>
  );
}
