import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconBell, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../api/types';
import { useUser } from '../session/useSession';
import classes from './Saved.module.css';

interface Props {
  search: SavedSearch;
  isCurrent: boolean;
  open: () => void;
}

export function SavedItem({ search, isCurrent, open }: Props) {
  const { t } = useTranslation();
  const { userName } = useUser();
  return (
    <UnstyledButton className={classes.item} onClick={open} aria-current={isCurrent || undefined}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" truncate flex={1}>
          {search.name}
        </Text>
        {search.alert && <IconBell size={14} aria-label={t('saved.alertOn')} />}
        {search.owner === userName && search.shared && (
          <IconUsers size={14} aria-label={t('saved.isShared')} />
        )}
      </Group>
      {search.owner !== userName && (
        <Text size="xs" c="dimmed" truncate>
          {t('saved.sharedBy', { owner: search.owner })}
        </Text>
      )}
    </UnstyledButton>
  );
}
