import { Autocomplete, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChannelName } from '../api/types';
import { useChannelOptions } from '../feedback/useChannelOptions';
import { sourcesQuery } from '../sources/sourceQueries';

export interface Target {
  source: string;
  /** Null until one is chosen, or the source has one. */
  channel: ChannelName | null;
}

interface Props {
  target: Target;
  /** The channel that such files usually have. */
  usual: ChannelName;
  change: (target: Target) => void;
}

/** The source the rows are filed under; a new name makes a new source. */
export function ImportTarget({ target, usual, change }: Props) {
  const { t } = useTranslation();
  const channels = useChannelOptions();
  const sources = useQuery(sourcesQuery);
  const imports = (sources.data ?? []).filter(({ kind }) => kind === 'import' || kind === 'mail');
  const existing = imports.find((source) => source.name === target.source.trim());
  const choose = (source: string) => {
    const known = imports.find((one) => one.name === source.trim());
    change({ source, channel: known?.channel ?? target.channel });
  };
  return (
    <>
      <Autocomplete
        label={t('imports.source')}
        placeholder={t('imports.sourcePlaceholder')}
        value={target.source}
        onChange={choose}
        data={imports.map((source) => source.name)}
        maxLength={100}
        w={260}
        required
      />
      <Select
        label={t('imports.channel')}
        value={target.channel ?? usual}
        onChange={(channel) => channel && change({ ...target, channel: channel as ChannelName })}
        data={channels}
        disabled={existing !== undefined}
        allowDeselect={false}
        w={160}
      />
    </>
  );
}
