import {
  Alert,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewPreview } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { ProfileFields } from './ProfileFields';
import { useReviewTest } from './sourceQueries';
import { emptyProfile, reviewSettings } from './sourceSettings';

/** Tries out what a page of reviews gives, without storing anything. */
export function ReviewTester() {
  const { t } = useTranslation();
  const [from, setFrom] = useState<'url' | 'html'>('url');
  const [url, setUrl] = useState('');
  const [html, setHtml] = useState('');
  const [profile, setProfile] = useState(emptyProfile);
  const test = useReviewTest();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const settings = reviewSettings(from === 'url' ? url : '', profile);
    test.mutate({ settings, ...(from === 'url' ? { url: url.trim() } : { html }) });
  };

  return (
    <Stack gap="md">
      <Panel title={t('sources.test')} hint={t('sources.testHint')}>
        <form onSubmit={submit}>
          <Stack gap="sm" pt="xs">
            <SegmentedControl
              style={{ alignSelf: 'flex-start' }}
              size="xs"
              aria-label={t('sources.testFrom')}
              value={from}
              onChange={(value) => setFrom(value as 'url' | 'html')}
              data={[
                { value: 'url', label: t('sources.fromUrl') },
                { value: 'html', label: t('sources.fromHtml') },
              ]}
            />
            {from === 'url' ? (
              <TextInput
                type="url"
                label={t('sources.url')}
                value={url}
                onChange={(event) => setUrl(event.currentTarget.value)}
                placeholder="https://"
                required
              />
            ) : (
              <Textarea
                label={t('sources.html')}
                value={html}
                onChange={(event) => setHtml(event.currentTarget.value)}
                autosize
                minRows={5}
                maxRows={14}
                spellCheck={false}
                required
              />
            )}
            <ProfileFields profile={profile} change={setProfile} />
            <Group>
              <Button type="submit" loading={test.isPending}>
                {t('sources.runTest')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
      {test.error && (
        <Alert color="red" role="alert">
          {failureMessages(test.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {test.data && <Found preview={test.data} />}
    </Stack>
  );
}

function Found({ preview }: { preview: ReviewPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('sources.found', { reviews: preview.items.length })} flush>
      {preview.problems.length > 0 && (
        <Alert color="orange" m="sm">
          {preview.problems.map((problem) => (
            <Text key={problem} size="sm">
              {problem}
            </Text>
          ))}
        </Alert>
      )}
      {preview.items.length === 0 ? (
        <Empty title={t('sources.foundNone')}>{t('sources.foundNoneHint')}</Empty>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.role.text')}</Table.Th>
                <Table.Th w={80}>{t('feedback.score.rating')}</Table.Th>
                <Table.Th w={150}>{t('feedback.occurredAt')}</Table.Th>
                <Table.Th w={110}>{t('feedback.externalId')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.items.map((item) => (
                <Table.Tr key={item.externalId}>
                  <Table.Td>{item.text}</Table.Td>
                  <Table.Td>{item.rating}</Table.Td>
                  <Table.Td>{item.occurredAt && format.dateTime(item.occurredAt)}</Table.Td>
                  <Table.Td>{item.externalId}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}
