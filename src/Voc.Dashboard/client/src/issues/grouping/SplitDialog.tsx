import {
  Alert,
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Modal,
  ScrollArea,
  SegmentedControl,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesOf } from '../../api/problem';
import type { IssueDetail, SplitRequest } from '../../api/types';
import { useIssueTitle } from '../useIssueTitle';
import { previewQuery } from './groupingQueries';
import { useSplit } from './useGrouping';

const ways = ['terms', 'feedback', 'product'] as const;
type Way = (typeof ways)[number];
const previewDelay = 300;

interface Props {
  issue: IssueDetail;
  close: () => void;
  split: (issue: IssueDetail) => void;
}

/** Chooses which reports become an issue of their own, and tells how many that would be. */
export function SplitDialog({ issue, close, split }: Props) {
  const { t } = useTranslation();
  const titleOf = useIssueTitle();
  const [way, setWay] = useState<Way>('terms');
  const [terms, setTerms] = useState<string[]>([]);
  const [product, setProduct] = useState('');
  const [quotes, setQuotes] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const request: SplitRequest = {
    terms: way === 'terms' ? terms : null,
    product: way === 'product' ? product.trim() : null,
    feedback: way === 'feedback' ? quotes.map(Number) : null,
    title: null,
  };
  const [asked] = useDebouncedValue(request, previewDelay);
  const isAsked = !!(asked.terms?.length || asked.product || asked.feedback?.length);
  const preview = useQuery({ ...previewQuery(issue.id, asked), enabled: isAsked });
  const save = useSplit(issue.id, (made) => {
    close();
    notifications.show({ message: t('grouping.splitDone', { title: titleOf(made) }) });
    split(made);
  });
  const products = [...new Set(issue.quotes.map((quote) => quote.product))].filter((name) => name !== null);
  return (
    <Modal opened onClose={close} title={t('grouping.splitTitle')} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('grouping.splitHint')}
        </Text>
        <SegmentedControl
          aria-label={t('grouping.by')}
          value={way}
          onChange={(value) => setWay(value as Way)}
          data={ways.map((value) => ({ value, label: t(`grouping.way.${value}`) }))}
        />
        {way === 'terms' && (
          <TagsInput
            label={t('grouping.terms')}
            description={t('grouping.termsHint')}
            data={issue.terms}
            value={terms}
            onChange={setTerms}
            maxTags={20}
          />
        )}
        {way === 'product' && (
          <Autocomplete label={t('grouping.product')} data={products} value={product} onChange={setProduct} />
        )}
        {way === 'feedback' && (
          <Checkbox.Group
            label={t('grouping.quotes')}
            description={t('grouping.quotesHint')}
            value={quotes}
            onChange={setQuotes}
          >
            <ScrollArea.Autosize mah={260} mt="xs">
              <Stack gap={8}>
                {issue.quotes.map((quote) => (
                  <Checkbox key={quote.id} value={String(quote.id)} label={quote.text} />
                ))}
              </Stack>
            </ScrollArea.Autosize>
          </Checkbox.Group>
        )}
        {isAsked && preview.data && (
          <Alert py="xs" color="ai" role="status">
            {t('grouping.preview', preview.data)}{' '}
            {preview.data.terms.length > 0
              ? t('grouping.byTerms', { terms: preview.data.terms.join('・') })
              : preview.data.product === null && t('grouping.byHand')}
          </Alert>
        )}
        {isAsked && preview.error && (
          <Alert py="xs" color="orange" role="alert">
            {messagesOf(preview.error).join(' ')}
          </Alert>
        )}
        <TextInput
          label={t('grouping.name')}
          placeholder={preview.data?.title}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button
            loading={save.isPending}
            disabled={!isAsked || !preview.data || preview.isFetching}
            onClick={() => save.mutate({ ...request, title: title.trim() || null })}
          >
            {t('grouping.splitNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
