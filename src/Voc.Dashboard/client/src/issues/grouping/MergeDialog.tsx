import { Button, Group, Modal, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueSummary } from '../../api/types';
import { useIssueTitle } from '../useIssueTitle';
import { candidatesQuery } from './groupingQueries';
import { useMerge } from './useGrouping';

interface Props {
  /** The issues that are chosen already, at least one. */
  issues: readonly IssueSummary[];
  close: () => void;
  merged: (into: number) => void;
}

/** Chooses which issues become one, and which of them stays. */
export function MergeDialog({ issues, close, merged }: Props) {
  const { t } = useTranslation();
  const titleOf = useIssueTitle();
  const listed = useQuery(candidatesQuery).data?.items ?? [];
  const known = new Map([...listed, ...issues].map((issue) => [issue.id, issue]));
  const [chosen, setChosen] = useState(issues.map(({ id }) => String(id)));
  const [into, setInto] = useState<string | null>(null);
  const merge = useMerge((stays) => {
    close();
    merged(stays);
  });
  const first = issues[0]!;
  const options = [...known.values()]
    .filter(({ polarity, kind }) => polarity === first.polarity && kind === first.kind)
    .map((issue) => ({ value: String(issue.id), label: `#${issue.id} ${titleOf(issue)}` }));
  const stays = into !== null && chosen.includes(into) ? into : null;
  return (
    <Modal opened onClose={close} title={t('grouping.mergeTitle')} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('grouping.mergeHint')}
        </Text>
        <MultiSelect
          label={t('grouping.others')}
          placeholder={t('grouping.othersPlaceholder')}
          data={options}
          value={chosen}
          onChange={setChosen}
          searchable
          hidePickedOptions
          maxValues={50}
          nothingFoundMessage={t('grouping.noOthers')}
        />
        <Select
          label={t('grouping.into')}
          placeholder={t('grouping.oldest')}
          data={options.filter(({ value }) => chosen.includes(value))}
          value={stays}
          onChange={setInto}
          clearable
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button
            loading={merge.isPending}
            disabled={chosen.length < 2}
            onClick={() =>
              merge.mutate({ issues: chosen.map(Number), into: stays === null ? null : Number(stays) })
            }
          >
            {t('grouping.mergeNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
