import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceFlow } from '../api/types';
import { useFormat } from '../format/useFormat';
import classes from './SourceDetails.module.css';
import { shares } from './sourceQuality';

/** What is wrong with what a source sends, as shares with what they mean. */
export function SourceQuality({
  quality,
  isFetched,
}: {
  quality: SourceFlow['quality'];
  isFetched: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="xs" miw={0}>
      <Text size="sm" fw={600}>
        {t('sources.quality.title')}
      </Text>
      <dl className={classes.quality}>
        {shares(quality).map(({ key, count, of }) => (
          <div key={key}>
            <dt>{t(`sources.quality.${key}`)}</dt>
            <dd>
              <span className="tabular">{count === null || !of ? '–' : format.percent(count / of)}</span>
              <Text span size="xs" c="dimmed">
                {count !== null && of > 0 && `${t('sources.quality.count', { count: format.count(count) })} `}
                {t(`sources.quality.about.${key}`)}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {quality.sent === null
          ? t(isFetched ? 'sources.quality.notCounted' : 'sources.quality.none')
          : t('sources.quality.of', {
              sent: format.count(quality.sent),
              analysed: format.count(quality.analysed),
            })}
        {quality.countedSince &&
          ` ${t('sources.quality.since', { when: format.dateTime(quality.countedSince) })}`}
      </Text>
    </Stack>
  );
}
