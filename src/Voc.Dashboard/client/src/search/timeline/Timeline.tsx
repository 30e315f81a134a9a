import { ActionIcon, Card, Group, Skeleton, Text } from '@mantine/core';
import { IconChartBar, IconChevronDown, IconChevronRight, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../../charts/DownloadMenu';
import { useFormat } from '../../format/useFormat';
import { usePeriodName } from '../facets/usePeriodName';
import { daysOf, type Interval } from '../periods';
import type { SearchState, SearchView } from '../searchState';
import type { SearchAnswer } from '../../api/types';
import type { ChangeSearch, ChangeView } from '../useSearchAddress';
import { timelineCsv, timelineDrawing, timelineHeight } from './timelineDrawing';
import { TimelineTable } from './TimelineTable';
import { useTimeline } from './useTimeline';

const TimelineChart = lazy(() => import('./TimelineChart'));

interface Props {
  state: SearchState;
  mode: SearchView['timeline'];
  answer: SearchAnswer;
  /** False while the answer is that of the search before. */
  isCurrent: boolean;
  change: ChangeSearch;
  look: ChangeView;
}

/** When it was said: a bar a day, week or month. A bar, or a stretch drawn over several, becomes the period searched. */
export function Timeline({ state, mode, answer, isCurrent, change, look }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { interval, bars } = useTimeline(state, answer, isCurrent && mode !== 'hidden');
  const period = usePeriodName();
  const drawing = useMemo(() => {
    if (!bars) return null;
    const isMonth = interval === 'month';
    const daysNamed = (value: string) => period(daysOf(interval, value));
    return timelineDrawing(bars, {
      label: t('search.timelineChart', { bars: bars.length }),
      count: t('charts.count'),
      shortName: isMonth ? format.month : format.day,
      nameOf: isMonth ? format.month : daysNamed,
      number: (total) => t('search.total', { total: format.count(total) }),
    });
  }, [bars, interval, period, format, t]);
  if (answer.total === 0) return null;
  const isHidden = mode === 'hidden';
  const choose = (first: string, last: string) =>
    change({
      from: later(daysOf(interval, first).from, state.from),
      to: earlier(daysOf(interval, last).to, state.to),
    });
  return (
    <Card component="section" aria-label={t('search.timeline')} px="sm" py={6} mb="sm">
      <Group justify="space-between" gap="xs" wrap="nowrap" mih={30}>
        <Heading isHidden={isHidden} interval={interval} look={look} />
        {!isHidden && (
          <Group gap={6} wrap="nowrap">
            <ModeSwitch mode={mode} look={look} />
            <DownloadMenu
              drawing={drawing}
              heading={{ title: t('search.timeline'), subtitle: subtitle(state, period) }}
              csv={
                bars
                  ? [
                      {
                        label: t('charts.csv'),
                        href: timelineCsv(bars, t('search.period'), t('charts.count')),
                        name: `${t('search.timeline')}.csv`,
                      },
                    ]
                  : []
              }
            />
          </Group>
        )}
      </Group>
      {mode === 'chart' && (
        <Suspense fallback={<Skeleton height={timelineHeight} />}>
          {drawing && bars ? (
            <TimelineChart drawing={drawing} bars={bars} choose={choose} />
          ) : (
            <Skeleton height={timelineHeight} />
          )}
        </Suspense>
      )}
      {mode === 'table' && bars && (
        <TimelineTable
          bars={bars}
          nameOf={(value) => (interval === 'month' ? format.month(value) : period(daysOf(interval, value)))}
          choose={(value) => choose(value, value)}
        />
      )}
    </Card>
  );
}

function Heading({ isHidden, interval, look }: { isHidden: boolean; interval: Interval; look: ChangeView }) {
  const { t } = useTranslation();
  const Chevron = isHidden ? IconChevronRight : IconChevronDown;
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-expanded={!isHidden}
        aria-label={t('search.timeline')}
        onClick={() => look({ timeline: isHidden ? 'chart' : 'hidden' }, { replace: true })}
      >
        <Chevron size={15} aria-hidden />
      </ActionIcon>
      <Text size="xs" fw={600} truncate>
        {t('search.timeline')}
        {!isHidden && (
          <Text span inherit fw={400} c="dimmed" ml={8}>
            {t(`search.interval.${interval}`)}
            <Text span inherit visibleFrom="sm">
              {t('search.timelineHint')}
            </Text>
          </Text>
        )}
      </Text>
    </Group>
  );
}

function ModeSwitch({ mode, look }: { mode: SearchView['timeline']; look: ChangeView }) {
  const { t } = useTranslation();
  const [label, Icon] =
    mode === 'table' ? [t('search.asChart'), IconChartBar] : [t('search.asTable'), IconTable];
  return (
    <ActionIcon
      variant="default"
      size={30}
      title={label}
      aria-label={label}
      onClick={() => look({ timeline: mode === 'table' ? 'chart' : 'table' }, { replace: true })}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

const subtitle = ({ q, from, to }: SearchState, period: ReturnType<typeof usePeriodName>) =>
  [q, from || to ? period({ from, to }) : ''].filter(Boolean);

const later = (a: string, b: string) => (b > a ? b : a);
const earlier = (a: string, b: string) => (b && b < a ? b : a);
