import { Anchor, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChannelName, ContrastedField, ContrastedValue } from '../api/types';
import { Panel } from '../app/Panel';
import { Failure } from '../app/States';
import { useFieldName } from '../feedback/useFieldName';
import { ChannelMark } from '../feedback/ChannelMark';
import { useFormat } from '../format/useFormat';
import classes from './IssueContrasts.module.css';
import { contrastsQuery } from './issueQueries';

/** What the reports have in common that other feedback of the product has not. */
export function IssueContrasts({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(contrastsQuery(id));
  return (
    <Panel
      title={t('issues.breakdown')}
      hint={
        data &&
        t('issues.contrastHint', {
          elsewhere: format.count(data.elsewhere),
          product: data.product ?? t('issues.allProducts'),
          from: format.day(data.from),
          to: format.day(data.to),
        })
      }
    >
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={96} />
      ) : data.fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('issues.noContrast')}
        </Text>
      ) : (
        <>
          {data.fields.map((field) => (
            <Field key={`${field.field}:${field.attribute}`} id={id} field={field} />
          ))}
          <Text size="xs" c="dimmed">
            {t('issues.contrastNote', { total: format.count(data.tested) })}
          </Text>
        </>
      )}
    </Panel>
  );
}

function Field({ id, field }: { id: number; field: ContrastedField }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const title =
    field.field === 'channel'
      ? t('issues.channels')
      : field.field === 'product'
        ? t('issues.fact.product')
        : fieldName(field.attribute!);
  const name = (value: string): ReactNode =>
    field.field === 'channel' ? <ChannelMark channel={value as ChannelName} /> : value;
  const link = (value: string) =>
    `/search?${new URLSearchParams({ q: `issue:${id}`, [field.field]: field.attribute ? `${field.attribute}=${value}` : value })}`;
  return (
    <section className={classes.field}>
      <Title order={3} size="xs" c="dimmed" fw={500} mb={4}>
        {title}
      </Title>
      <ul className={classes.values}>
        {field.values.map((value) => (
          <Value key={value.value} value={value} name={name(value.value)} to={link(value.value)} />
        ))}
      </ul>
      {field.more > 0 && (
        <Text size="xs" c="dimmed">
          {t('issues.moreValues', { total: field.more })}
        </Text>
      )}
    </section>
  );
}

function Value({ value, name, to }: { value: ContrastedValue; name: ReactNode; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (share: number) => format.percent(Math.round(share * 1000) / 1000);
  return (
    <li className={classes.value} data-over={value.isOver || undefined}>
      <div className={classes.head}>
        <Anchor
          component={Link}
          to={to}
          size="sm"
          fw={value.isOver ? 600 : undefined}
          className={classes.name}
        >
          {name}
        </Anchor>
        {value.isOver && <span className={classes.over}>{t('issues.over')}</span>}
        <span className={classes.share}>{percent(value.share)}</span>
      </div>
      <div className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${value.share * 100}%` }} />
        <span className={classes.mark} style={{ left: `${value.elsewhereShare * 100}%` }} />
      </div>
      <Text size="xs" c="dimmed">
        {t('issues.shares', {
          count: format.count(value.count),
          total: format.count(value.total),
          elsewhere: percent(value.elsewhereShare),
          elsewhereCount: format.count(value.elsewhereCount),
          elsewhereTotal: format.count(value.elsewhereTotal),
        })}
        {value.isOver && (
          <>
            {' '}
            {value.ratio === null
              ? t('issues.onlyHere', { low: format.decimal(value.low) })
              : t('issues.ratio', {
                  ratio: format.decimal(value.ratio),
                  low: format.decimal(value.low),
                  high: format.decimal(value.high),
                })}
            {t('issues.chance', { q: format.probability(value.q) })}
          </>
        )}
      </Text>
    </li>
  );
}
