import { Badge, Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelList, ModelVersion } from '../../api/types';
import { Panel } from '../../app/Panel';
import { useFormat } from '../../format/useFormat';
import { modelsQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import classes from './Learning.module.css';
import { Scores } from './Scores';
import { useOrder } from './useJob';

/** The versions of what was learned, newest first; any of them may be put to use. */
export function Models({ models }: { models: ModelList }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ModelVersion | null>(null);
  return (
    <Panel title={t('reading.models')} hint={t('reading.modelsHint')} flush>
      {models.versions.map((version) => (
        <Version
          key={version.number}
          version={version}
          isOlder={version.number < models.active}
          choose={() => setChosen(version)}
        />
      ))}
      {chosen && (
        <Confirm version={chosen} isOlder={chosen.number < models.active} close={() => setChosen(null)} />
      )}
    </Panel>
  );
}

interface VersionProps {
  version: ModelVersion;
  isOlder: boolean;
  choose: () => void;
}

function Version({ version, isOlder, choose }: VersionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useVersionName();
  const { mayTeach } = useMayTry();
  return (
    <article className={classes.version} aria-label={name(version)} data-active={version.active || undefined}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={650}>{name(version)}</Text>
          {version.active && <Badge color="teal">{t('reading.active')}</Badge>}
          <Text size="xs" c="dimmed">
            {version.createdAt
              ? t('reading.madeBy', { by: version.by, at: format.dateTime(version.createdAt) })
              : t('reading.shippedModel')}
          </Text>
        </Group>
        {mayTeach && !version.active && (
          <Button size="compact-sm" variant="default" onClick={choose}>
            {t(isOlder ? 'reading.goBack' : 'reading.activate')}
          </Button>
        )}
      </Group>
      {version.after && (
        <>
          <Text size="xs" c="dimmed" className="tabular">
            {t('reading.learnedFrom', {
              texts: format.count(version.texts),
              corrections: format.count(version.corrections),
              heldOut: format.count(version.heldOut),
            })}
          </Text>
          <Scores before={version.before} after={version.after} />
        </>
      )}
    </article>
  );
}

function useVersionName() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ number }: ModelVersion) =>
    number === 0 ? t('reading.versionShipped') : t('reading.versionNumber', { number: format.count(number) });
}

function Confirm({
  version,
  isOlder,
  close,
}: {
  version: ModelVersion;
  isOlder: boolean;
  close: () => void;
}) {
  const { t } = useTranslation();
  const name = useVersionName();
  const activate = useOrder(`/models/${version.number}/activate`, modelsQuery.queryKey);
  const title = t(isOlder ? 'reading.goBackTo' : 'reading.activateThis', { version: name(version) });
  return (
    <Modal
      opened
      onClose={close}
      title={<Text fw={650}>{title}</Text>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Text size="sm">{t('reading.activateHint')}</Text>
      {version.after && <Scores before={version.before} after={version.after} />}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={close} data-autofocus>
          {t('app.cancel')}
        </Button>
        <Button loading={activate.isPending} onClick={() => activate.mutate(undefined, { onSuccess: close })}>
          {t(isOlder ? 'reading.goBack' : 'reading.activate')}
        </Button>
      </Group>
    </Modal>
  );
}
