import { Group, Text, Tooltip } from '@mantine/core';
import {
  IconBrandHipchat,
  IconClipboardText,
  IconHeadset,
  IconMail,
  IconStar,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChannelName } from '../api/types';

const icons: Record<ChannelName, Icon> = {
  survey: IconClipboardText,
  'contact-form': IconMail,
  'call-note': IconHeadset,
  review: IconStar,
  social: IconBrandHipchat,
};

export function ChannelIcon({ channel, size = 16 }: { channel: ChannelName; size?: number }) {
  const { t } = useTranslation();
  const Icon = icons[channel];
  return (
    <Tooltip label={t(`feedback.channel.${channel}`)}>
      <Icon size={size} stroke={1.6} role="img" aria-label={t(`feedback.channel.${channel}`)} />
    </Tooltip>
  );
}

export function ChannelMark({ channel }: { channel: ChannelName }) {
  const { t } = useTranslation();
  const Icon = icons[channel];
  return (
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex" miw={0}>
      <Icon size={15} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
      <Text component="span" inherit truncate>
        {t(`feedback.channel.${channel}`)}
      </Text>
    </Group>
  );
}
