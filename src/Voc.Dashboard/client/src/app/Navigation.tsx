import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useUser } from '../session/useSession';
import { mayOpen, places } from './places';
import classes from './Shell.module.css';

export function Navigation() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <Stack component="nav" gap={2} aria-label={t('app.menu')}>
      {places
        .filter((place) => mayOpen(user, place))
        .map(({ key, path, icon: Icon }) => (
          <NavLink key={key} to={path} className={classes.link}>
            <Icon size={18} stroke={1.6} aria-hidden />
            <span>{t(`app.nav.${key}`)}</span>
          </NavLink>
        ))}
    </Stack>
  );
}
