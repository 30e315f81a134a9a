import { Card, Group, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ECElementEvent } from 'echarts/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChartFrame.module.css';
import type { Drawing } from './Drawing';
import { DownloadMenu, type CsvFile } from './DownloadMenu';
import { Picture } from './Picture';
import { ShowControl, type Shown } from './ShowControl';

interface Props {
  title: string;
  /** What the picture is of, one thing a line: also written on the picture that is saved. */
  subtitle: readonly string[];
  controls?: ReactNode;
  /** Null where there is only a table. */
  drawing: Drawing | null;
  table?: ReactNode;
  /** The table beside the picture where there is room, or always below it. */
  layout?: 'beside' | 'below';
  show?: Shown;
  onShow?: (show: Shown) => void;
  onPick?: (event: ECElementEvent) => void;
  csv?: readonly CsvFile[];
  /** What a reader must know. */
  notes?: readonly string[];
  /** How the picture is to be read. */
  reading?: ReactNode;
  /** In place of picture and table: waiting, empty, failed. */
  instead?: ReactNode;
  /** What is shown is about to change. */
  busy?: boolean;
}

/** A picture with its title, its table, what must be known of it, and everything as files. */
export function ChartFrame({
  title,
  subtitle,
  controls,
  drawing,
  table,
  layout = 'beside',
  show = 'both',
  onShow,
  onPick,
  csv = [],
  notes = [],
  reading,
  instead,
  busy = false,
}: Props) {
  const id = useId();
  const { t } = useTranslation();
  const hasPicture = drawing !== null && (show !== 'table' || !table);
  const hasTable = table !== undefined && (show !== 'picture' || !drawing);
  return (
    <Card component="section" aria-labelledby={id} p={0} className={classes.frame}>
      <div className={classes.head}>
        <div className={classes.heading}>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {subtitle.map((line) => (
            <div key={line} className={classes.subtitle}>
              {line}
            </div>
          ))}
        </div>
        <Group gap="xs" wrap="nowrap">
          {onShow && drawing && table && <ShowControl show={show} onShow={onShow} />}
          <DownloadMenu drawing={instead ? null : drawing} heading={{ title, subtitle }} csv={csv} />
        </Group>
      </div>
      {controls && <div className={classes.controls}>{controls}</div>}
      <div
        className={classes.content}
        data-beside={(layout === 'beside' && hasPicture && hasTable && !instead) || undefined}
        data-busy={busy || undefined}
        aria-busy={busy}
      >
        {instead ?? (
          <>
            {hasPicture && (
              <div className={classes.picture}>
                <Picture drawing={drawing} onPick={onPick} />
              </div>
            )}
            {hasTable && (
              <div className={classes.table} data-alone={!hasPicture || undefined}>
                <div className={classes.tableScroll}>{table}</div>
              </div>
            )}
          </>
        )}
      </div>
      {(notes.length > 0 || reading) && (
        <div className={classes.foot}>
          {notes.length > 0 && (
            <ul className={classes.notes} aria-label={t('charts.notes')}>
              {notes.map((note) => (
                <li key={note} className={classes.note}>
                  <IconInfoCircle size={14} aria-hidden />
                  <span>{note}</span>
                </li>
              ))}
            </ul>
          )}
          {reading && (
            <details className={classes.reading}>
              <summary>{t('charts.reading')}</summary>
              {reading}
            </details>
          )}
        </div>
      )}
    </Card>
  );
}
