import { Badge, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { newestQuery } from '../issues/issueQueries';
import { useOutbox } from '../notes/NoteOutbox';
import { useUser } from '../session/useSession';
import { sourcesQuery } from '../sources/sourceQueries';
import { mayOpen, places, type Place } from './places';
import classes from './Shell.module.css';

export function Navigation() {
  const { t } = useTranslation();
  const user = useUser();
  const counts: Partial<Record<Place['key'], ReactNode>> = {
    issues: <NewIssueCount />,
    notes: <UnsentCount />,
    sources: <FailingSourceCount />,
  };
  return (
    <Stack gap={2}>
      {places
        .filter((place) => mayOpen(user, place))
        .map(({ key, path, icon: Icon }) => (
          <NavLink key={key} to={path} className={classes.link}>
            <Icon size={18} stroke={1.6} aria-hidden />
            <span>{t(`app.nav.${key}`)}</span>
            {counts[key]}
          </NavLink>
        ))}
    </Stack>
  );
}

function NewIssueCount() {
  const { t } = useTranslation();
  const { data } = useQuery(newestQuery);
  const count = data?.states.find(({ value }) => value === 'new')?.count ?? 0;
  return count > 0 && <Count value={count} label={t('app.newIssues', { total: count })} colour="orange" />;
}

function UnsentCount() {
  const { t } = useTranslation();
  const count = useOutbox().kept.filter((note) => note.state !== 'draft').length;
  return count > 0 && <Count value={count} label={t('app.unsentNotes', { total: count })} colour="red" />;
}

/** Sources that should bring feedback and cannot: whoever does not open their page learns of it here. */
function FailingSourceCount() {
  const { t } = useTranslation();
  const { data } = useQuery({ ...sourcesQuery, refetchInterval: 60_000 });
  const count = data?.filter((source) => source.enabled && source.lastError).length ?? 0;
  return count > 0 && <Count value={count} label={t('app.failingSources', { total: count })} colour="red" />;
}

function Count({ value, label, colour }: { value: number; label: string; colour: string }) {
  return (
    <Badge size="sm" circle={value < 10} variant="light" color={colour} ml="auto" aria-label={label}>
      {value}
    </Badge>
  );
}
