import { Anchor, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueList } from '../api/types';
import { Empty } from '../app/States';
import { useHasRole } from '../session/useSession';
import { isNarrowed, widened, type BoardFilter } from './boardAddress';

interface Props {
  filter: BoardFilter;
  list: IssueList;
  change: (part: Partial<BoardFilter>) => void;
}

/** Why there is nothing to see, and what can be done about it. */
export function NoIssues({ filter, list, change }: Props) {
  const { t } = useTranslation();
  const maySend = useHasRole('product');
  const others = list.states.reduce((sum, { count }) => sum + count, 0);
  if (isNarrowed(filter))
    return (
      <Empty title={t('issues.empty')}>
        {t('issues.emptyHint')}
        <Group justify="center" mt="sm">
          <Button size="xs" variant="light" onClick={() => change(widened(filter))}>
            {t('issues.unfilter')}
          </Button>
        </Group>
      </Empty>
    );
  if (others > 0)
    return (
      <Empty title={t('issues.noneOpen')}>
        {t('issues.noneOpenHint')}
        <Group justify="center" mt="sm">
          <Button size="xs" variant="light" onClick={() => change({ state: ['all'] })}>
            {t('issues.showAll', { total: others })}
          </Button>
        </Group>
      </Empty>
    );
  return (
    <Empty title={t('issues.none')}>
      {t('issues.noneHint')}
      {maySend && (
        <Group justify="center" gap="md" mt="sm">
          <Anchor component={Link} to="/imports" size="sm">
            {t('app.nav.imports')}
          </Anchor>
          <Anchor component={Link} to="/sources" size="sm">
            {t('app.nav.sources')}
          </Anchor>
        </Group>
      )}
    </Empty>
  );
}
