import { Button, Group, Pagination, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { LexiconItem, OwnExpression } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { DeleteDrawer } from '../preview/DeleteDrawer';
import { lexiconPageSize, lexiconQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import { ExpressionDrawer } from './ExpressionDrawer';
import { ExpressionRow } from './ExpressionRow';
import classes from './Lexicon.module.css';
import { SilenceDrawer } from './SilenceDrawer';
import { draftOf, emptyExpression, type ExpressionDraft } from './expressionDraft';

type Open =
  | { start: ExpressionDraft; isKnown: boolean; id: number | null }
  | { silence: string }
  | { restore: OwnExpression; item: LexiconItem }
  | null;

/** Expressions of praise and complaint: those of the product with what the company changed, and its own. */
export function Lexicon() {
  const { t } = useTranslation();
  const format = useFormat();
  const { mayTry } = useMayTry();
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const own = parameters.has('own');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<Open>(null);
  const found = useQuery(lexiconQuery(q, own, page));
  const pages = Math.ceil((found.data?.total ?? 0) / lexiconPageSize);
  const narrow = (name: 'q' | 'own', value: string) => {
    setPage(1);
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  };
  const search = useDebouncedCallback((value: string) => narrow('q', value.trim()), 250);
  const add = (expression: string) =>
    setOpen({ start: { ...emptyExpression, expression }, isKnown: false, id: null });
  return (
    <Panel
      title={t('reading.tab.lexicon')}
      hint={t('reading.lexiconHint')}
      flush
      actions={
        mayTry && (
          <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('')}>
            {t('reading.addExpression')}
          </Button>
        )
      }
    >
      <Group px="md" py="xs" className={classes.filter}>
        <TextInput
          type="search"
          size="xs"
          aria-label={t('reading.findExpression')}
          placeholder={t('reading.findExpression')}
          leftSection={<IconSearch size={14} aria-hidden />}
          defaultValue={q}
          onChange={(event) => search(event.currentTarget.value)}
          flex="1 1 12rem"
          maw={320}
        />
        <Switch
          size="xs"
          label={t('reading.ownOnly')}
          checked={own}
          onChange={(event) => narrow('own', event.currentTarget.checked ? '1' : '')}
        />
        {found.data && (
          <Text size="xs" c="dimmed" role="status">
            {t('reading.expressions', { expressions: format.count(found.data.total) })}
          </Text>
        )}
      </Group>
      {found.error && !found.data && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <WaitingRows rows={8} />}
      {found.data?.items.length === 0 && (
        <Empty title={own && !q ? t('reading.noOwnExpressions') : t('reading.nothingFound')}>
          {mayTry && q && (
            <Button variant="light" size="compact-sm" onClick={() => add(q)}>
              {t('reading.addThis', { text: q })}
            </Button>
          )}
        </Empty>
      )}
      <div style={{ opacity: found.isPlaceholderData ? 0.6 : 1 }}>
        {found.data?.items.map((item) => (
          <ExpressionRow
            key={item.expression}
            item={item}
            edit={(sense, owned) =>
              setOpen({ start: draftOf(item.expression, sense), isKnown: true, id: owned?.id ?? null })
            }
            silence={() => setOpen({ silence: item.expression })}
            restore={(owned) => setOpen({ restore: owned, item })}
          />
        ))}
      </div>
      {pages > 1 && (
        <Group justify="center" p="sm">
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': t(`app.page.${control}`) })}
            getItemProps={(number) => ({ 'aria-label': t('app.page.number', { page: number }) })}
          />
        </Group>
      )}
      <Drawers open={open} close={() => setOpen(null)} />
    </Panel>
  );
}

function Drawers({ open, close }: { open: Open; close: () => void }) {
  const { t } = useTranslation();
  if (!open) return null;
  if ('silence' in open) return <SilenceDrawer expression={open.silence} close={close} />;
  if ('start' in open) return <ExpressionDrawer {...open} close={close} />;
  const { restore, item } = open;
  const isOwn = item.state === 'own';
  return (
    <DeleteDrawer
      title={t(isOwn ? 'reading.deleteExpression' : 'reading.restoreExpression', {
        expression: restore.expression,
      })}
      explanation={t(isOwn ? 'reading.deleteExpressionHint' : 'reading.restoreExpressionHint', {
        expression: restore.expression,
      })}
      action={isOwn ? t('reading.delete') : t('reading.restore')}
      previewPath="/lexicon/preview"
      change={{ id: restore.id, expression: null }}
      path={`/lexicon/${restore.id}`}
      close={close}
    />
  );
}
