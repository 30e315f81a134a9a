import { ActionIcon, Group, SegmentedControl, Select, Stack, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueList } from '../api/types';
import { Page } from '../app/Page';
import { useFormat } from '../format/useFormat';
import { SeverityLink } from '../severity/SeverityLink';
import { BoardFilters } from './BoardFilters';
import { BoardList } from './BoardList';
import { IssueKeys } from './IssueKeys';
import classes from './IssuesPage.module.css';
import { boardSorts, stateGroups, useBoardAddress, type BoardSort } from './boardAddress';
import { boardQuery } from './issueQueries';
import { passesStates } from './states';

export function Component() {
  const { t } = useTranslation();
  const { filter, limit, offset, change, showMore, turnTo } = useBoardAddress();
  const { data: list } = useQuery(boardQuery(filter, limit, offset));
  const [isHelping, help] = useDisclosure();
  const box = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  // The order of issues to go through is that of the board as it is now.
  useEffect(() => client.removeQueries({ queryKey: ['issue-order'] }), [client, list]);

  return (
    <Page
      title={t('app.nav.issues')}
      actions={
        <Group gap="xs">
          <SeverityLink />
          <Tooltip label={t('issues.keys')}>
            <ActionIcon variant="default" aria-label={t('issues.keys')} onClick={help.open}>
              <IconKeyboard size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Group>
      }
    >
      <Stack gap="xs" mb="sm">
        <Group gap="xs" justify="space-between">
          <div className={classes.groups}>
            <Groups chosen={filter.state} list={list} choose={(state) => change({ state: [state] })} />
          </div>
          <Select
            size="xs"
            w={190}
            aria-label={t('issues.sortLabel')}
            value={filter.sort}
            onChange={(sort) => change({ sort: (sort ?? 'severity') as BoardSort })}
            data={boardSorts.map((value) => ({ value, label: t(`issues.sort.${value}`) }))}
            allowDeselect={false}
          />
        </Group>
        <BoardFilters filter={filter} list={list} box={box} change={change} />
      </Stack>
      <BoardList {...{ filter, limit, offset, box, change, showMore, turnTo }} help={help.open} />
      <IssueKeys on="board" opened={isHelping} close={help.close} />
    </Page>
  );
}

interface GroupsProps {
  chosen: string[];
  list: IssueList | undefined;
  choose: (state: string) => void;
}

function Groups({ chosen, list, choose }: GroupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (group: string) =>
    list?.states.reduce(
      (sum, { value, count }) => sum + (passesStates(value as 'new', [group]) ? count : 0),
      0,
    );
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('issues.filterLabel')}
      value={chosen.length === 1 ? chosen[0]! : ''}
      onChange={choose}
      data={stateGroups.map((value) => ({
        value,
        label: (
          <>
            {t(`issues.filter.${value}`)}
            {list && <span className={classes.total}>{format.count(count(value) ?? 0)}</span>}
          </>
        ),
      }))}
    />
  );
}
