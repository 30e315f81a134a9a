import { Autocomplete, Button, Group, NumberInput, Stack, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SeverityInfo, SeveritySettings } from '../api/types';
import { Panel } from '../app/Panel';
import classes from './Severity.module.css';
import { severityParts } from './severityParts';
import { WeightSlider } from './WeightSlider';

interface Props {
  info: SeverityInfo;
  draft: SeveritySettings;
  change: (part: Partial<SeveritySettings>) => void;
  wrong: (field: string) => string | undefined;
}

/** The settings as somebody is about to have them. */
export function SeverityForm({ info, draft, change, wrong }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Panel title={t('severity.weights')} hint={t('severity.weightsHint')}>
        <Stack gap="md">
          {severityParts.map((part) => (
            <WeightSlider
              key={part}
              part={part}
              value={draft[part]}
              change={(value) => change({ [part]: value })}
              error={wrong(part)}
            />
          ))}
        </Stack>
      </Panel>
      <Panel title={t('severity.words')} hint={t('severity.wordsHint')}>
        <Stack gap="md">
          <Words field="safetyWords" info={info} draft={draft} change={change} wrong={wrong} />
          <Words field="moneyWords" info={info} draft={draft} change={change} wrong={wrong} />
        </Stack>
      </Panel>
      <Important info={info} draft={draft} change={change} wrong={wrong} />
    </Stack>
  );
}

function Words({ field, info, draft, change, wrong }: Props & { field: 'safetyWords' | 'moneyWords' }) {
  const { t } = useTranslation();
  const isShipped = draft[field].join('\n') === info.shipped[field].join('\n');
  return (
    <div>
      <TagsInput
        label={t(`severity.${field}`)}
        value={draft[field]}
        onChange={(words) => change({ [field]: words })}
        error={wrong(field)}
        maxTags={500}
        splitChars={[',', '、', '\n']}
        classNames={{ root: classes.words, input: classes.tags }}
        lang="ja"
      />
      {!isShipped && (
        <Button
          variant="subtle"
          size="compact-xs"
          mt={4}
          onClick={() => change({ [field]: info.shipped[field] })}
        >
          {t('severity.toShipped')}
        </Button>
      )}
    </div>
  );
}

function Important({ info, draft, change, wrong }: Props) {
  const { t } = useTranslation();
  const values = info.attributes.find(({ name }) => name === draft.attribute)?.values ?? [];
  return (
    <Panel title={t('severity.important')} hint={t('severity.importantHint')}>
      <Stack gap="sm">
        <Autocomplete
          label={t('severity.attribute')}
          placeholder={t('severity.noAttribute')}
          value={draft.attribute ?? ''}
          onChange={(name) => change({ attribute: name || null })}
          data={info.attributes.map(({ name }) => name)}
          error={wrong('attribute')}
          maxLength={100}
        />
        {draft.attribute && (
          <Group grow align="start">
            <TagsInput
              label={t('severity.importantValues')}
              value={draft.importantValues}
              onChange={(importantValues) => change({ importantValues })}
              data={values}
              error={wrong('importantValues')}
            />
            <NumberInput
              label={t('severity.importantFrom')}
              value={draft.importantFrom ?? ''}
              onChange={(value) => change({ importantFrom: typeof value === 'number' ? value : null })}
              thousandSeparator=","
              error={wrong('importantFrom')}
            />
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
