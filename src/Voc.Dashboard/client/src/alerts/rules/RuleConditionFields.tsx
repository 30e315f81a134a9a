import { Checkbox, Fieldset, Group, MultiSelect, Select, SimpleGrid, Stack, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AlertEvent, RuleConditions, Severity } from '../../api/types';
import { useTopicOptions } from '../../feedback/useTopics';
import { productsQuery } from '../alertQueries';
import { events } from './ruleDraft';

interface Props {
  when: RuleConditions;
  change: (when: RuleConditions) => void;
  wrong: Record<string, string[]>;
}

const severities: Severity[] = ['low', 'medium', 'high', 'critical'];

/** Which issues a rule tells of, and what of them. */
export function RuleConditionFields({ when, change, wrong }: Props) {
  const { t } = useTranslation();
  const products = useQuery(productsQuery);
  const topics = useTopicOptions();
  const set = (part: Partial<RuleConditions>) => change({ ...when, ...part });
  return (
    <Fieldset legend={t('alerts.what')}>
      <Stack gap="sm">
        <Group grow align="flex-start" gap="sm">
          <Select
            label={t('alerts.severity')}
            value={when.severity}
            onChange={(severity) => severity && set({ severity: severity as Severity })}
            data={severities.map((value) => ({ value, label: t(`alerts.severities.${value}`) }))}
            allowDeselect={false}
          />
          <Select
            label={t('alerts.polarity')}
            value={when.polarity ?? 'all'}
            onChange={(polarity) =>
              polarity &&
              set({ polarity: polarity === 'all' ? null : (polarity as RuleConditions['polarity']) })
            }
            data={(['all', 'negative', 'positive'] as const).map((value) => ({
              value,
              label: t(`alerts.polarities.${value}`),
            }))}
            allowDeselect={false}
          />
        </Group>
        <TagsInput
          label={t('alerts.products')}
          description={when.products.length > 0 ? t('alerts.productsHint') : undefined}
          value={when.products}
          onChange={(chosen) => set({ products: chosen })}
          data={products.data ?? []}
          limit={20}
          maxTags={100}
          error={wrong['when.products']?.join(' ')}
          clearable
        />
        <MultiSelect
          label={t('alerts.topics')}
          value={when.topics}
          onChange={(chosen) => set({ topics: chosen })}
          data={topics}
          limit={200}
          error={wrong['when.topics']?.join(' ')}
          searchable
          clearable
        />
        <Checkbox.Group
          label={t('alerts.events')}
          value={when.events}
          onChange={(chosen) => set({ events: events.filter((event) => chosen.includes(event)) })}
          error={wrong['when.events']?.join(' ')}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={6}>
            {events.map((event: AlertEvent) => (
              <Checkbox
                key={event}
                value={event}
                label={t(`alerts.event.${event}`)}
                description={t(`alerts.eventHint.${event}`)}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </Stack>
    </Fieldset>
  );
}
