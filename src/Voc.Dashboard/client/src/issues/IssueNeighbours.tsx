import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconChevronDown, IconChevronUp, IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useFormat } from '../format/useFormat';
import { IssueKeys } from './IssueKeys';
import { readBoard } from './boardAddress';
import { orderQuery } from './issueQueries';
import { lastOpened } from './lastOpened';
import { useStateKeys } from './useStateKeys';

/** The way back to the board, and to the issues before and after this one in its order. */
export function IssueNeighbours({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const state = useLocation().state as { board?: string } | null;
  const board = state?.board ?? '';
  const { data } = useQuery(orderQuery(readBoard(new URLSearchParams(board))));
  const [isHelping, help] = useDisclosure();
  const ids = data?.ids ?? [];
  const at = ids.indexOf(id);
  const previous = at > 0 ? ids[at - 1] : undefined;
  const next = at >= 0 ? ids[at + 1] : undefined;
  const back = `/issues${board && `?${board}`}`;
  const go = (to: number | undefined) => {
    if (to === undefined) return;
    lastOpened.set(to);
    void navigate(`/issues/${to}`, { replace: true, state: { board } });
  };
  useStateKeys({
    j: () => go(next),
    k: () => go(previous),
    u: () => void navigate(back),
    '?': help.open,
  });
  return (
    <Group gap="xs">
      <Anchor component={Link} to={back} size="sm" mr="xs">
        <Group gap={4} component="span">
          <IconArrowLeft size={15} aria-hidden />
          {t('issues.back')}
        </Group>
      </Anchor>
      {at >= 0 && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={t('issues.previous')}
            disabled={previous === undefined}
            onClick={() => go(previous)}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('issues.next')}
            disabled={next === undefined}
            onClick={() => go(next)}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
          <Text size="sm" c="dimmed" className="tabular">
            {t('issues.place', { at: format.count(at + 1), total: format.count(ids.length) })}
          </Text>
        </Group>
      )}
      <ActionIcon variant="default" aria-label={t('issues.keys')} onClick={help.open}>
        <IconKeyboard size={18} stroke={1.6} />
      </ActionIcon>
      <IssueKeys on="page" opened={isHelping} close={help.close} />
    </Group>
  );
}
