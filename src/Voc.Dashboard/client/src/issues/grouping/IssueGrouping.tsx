import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { IssueDetail, IssueRule } from '../../api/types';
import { Panel } from '../../app/Panel';
import { useFormat } from '../../format/useFormat';
import { useHasRole } from '../../session/useSession';
import { useIssueTitle } from '../useIssueTitle';
import { MergeDialog } from './MergeDialog';
import { SplitDialog } from './SplitDialog';
import { rulesQuery } from './groupingQueries';
import { useEndRule } from './useGrouping';

/** What was merged into an issue or split off from it, by hand or by itself, and doing so by hand. */
export function IssueGrouping({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayTriage = useHasRole('product');
  const rules = useQuery(rulesQuery(issue.id)).data ?? [];
  const [isMerging, merging] = useDisclosure();
  const [isSplitting, splitting] = useDisclosure();
  if (!mayTriage && rules.length === 0) return null;
  return (
    <Panel title={t('grouping.title')} hint={t('grouping.hint')}>
      <Stack gap="sm">
        {mayTriage && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowMerge size={15} aria-hidden />}
              onClick={merging.open}
            >
              {t('grouping.merge')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowsSplit2 size={15} aria-hidden />}
              onClick={splitting.open}
              disabled={issue.feedbackIds.length < 2}
            >
              {t('grouping.split')}
            </Button>
          </Group>
        )}
        {rules.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('grouping.noRules')}
          </Text>
        )}
        {rules.map((rule) => (
          <Rule key={rule.id} issue={issue.id} rule={rule} mayEnd={mayTriage} />
        ))}
      </Stack>
      {isMerging && (
        <MergeDialog
          issues={[issue]}
          close={merging.close}
          merged={(into) => into !== issue.id && void navigate(`/issues/${into}`)}
        />
      )}
      {isSplitting && (
        <SplitDialog
          issue={issue}
          close={splitting.close}
          split={({ id }) => void navigate(`/issues/${id}`)}
        />
      )}
    </Panel>
  );
}

function Rule({ issue, rule, mayEnd }: { issue: number; rule: IssueRule; mayEnd: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useIssueTitle();
  const end = useEndRule();
  const isUndo = rule.undoUntil !== null;
  const other = rule.from.id === issue ? rule.to : rule.from;
  const name = `#${other.id} ${titleOf(other)}`;
  const says =
    rule.kind === 'merge'
      ? t('grouping.mergedFrom', { issue: name })
      : t(rule.from.id === issue ? 'grouping.splitTo' : 'grouping.splitFrom', { issue: name });
  return (
    <article aria-label={says}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {rule.kind === 'merge' ? (
          says
        ) : (
          <Anchor component={Link} to={`/issues/${other.id}`} inherit>
            {says}
          </Anchor>
        )}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {rule.terms.length > 0
          ? t('grouping.byTerms', { terms: rule.terms.join('・') })
          : rule.product === null &&
            rule.kind === 'split' &&
            t(rule.who === '' ? 'grouping.byItself' : 'grouping.byHand')}
        {rule.kind === 'split' &&
          rule.product !== null &&
          ` ${t('grouping.byProduct', { product: rule.product })}`}
      </Text>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {`${rule.who || t('issues.system')} ・ ${format.dateTime(rule.at)}`}
        </Text>
        {mayEnd && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={end.isPending}
            title={isUndo ? t('grouping.undoHint', { when: format.dateTime(rule.undoUntil!) }) : undefined}
            onClick={() => end.mutate({ rule: rule.id, undo: isUndo })}
          >
            {t(isUndo ? 'grouping.undo' : 'grouping.end')}
          </Button>
        )}
      </Group>
    </article>
  );
}
