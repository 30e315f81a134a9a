import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { FeedbackDrawer } from '../feedback/FeedbackDrawer';
import { LiveProvider } from '../live/LiveProvider';
import { NewIssueNotices } from '../live/NewIssueNotices';
import { NoteOutbox } from '../notes/NoteOutbox';
import { AlertBell } from '../saved/AlertBell';
import { AlertNotices } from '../saved/AlertNotices';
import { AccountMenu } from '../session/AccountMenu';
import { useSession } from '../session/useSession';
import { Brand } from './Brand';
import { ColorSchemeSwitch } from './ColorSchemeSwitch';
import { DemoBadge } from './DemoBadge';
import { LanguageSwitch } from './LanguageSwitch';
import { Navigation } from './Navigation';
import { Notices } from './Notices';
import classes from './Shell.module.css';

export function Shell() {
  const { t } = useTranslation();
  const { company, demo } = useSession();
  const [menuOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const closeMenu = menu.close;
  useEffect(() => closeMenu(), [pathname, closeMenu]);

  return (
    <LiveProvider>
      <NoteOutbox>
        <AppShell
          header={{ height: 52 }}
          navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
          padding={{ base: 'sm', sm: 'lg' }}
        >
          <a href="#content" className={classes.skip}>
            {t('app.skip')}
          </a>
          <AppShell.Header className={classes.header}>
            <Group gap="sm" wrap="nowrap" miw={0}>
              <Burger
                opened={menuOpen}
                onClick={menu.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('app.openMenu')}
                aria-expanded={menuOpen}
              />
              <Brand company={company.name} />
              {demo && <DemoBadge />}
            </Group>
            <Group gap="sm" wrap="nowrap">
              <Group visibleFrom="sm" gap="sm" wrap="nowrap">
                <LanguageSwitch />
                <ColorSchemeSwitch />
              </Group>
              <AlertBell />
              <AccountMenu />
            </Group>
          </AppShell.Header>
          <AppShell.Navbar className={classes.navbar} aria-label={t('app.menu')}>
            <Navigation />
            <Group hiddenFrom="sm" justify="space-between" mt="auto" pt="md">
              <LanguageSwitch />
              <ColorSchemeSwitch />
            </Group>
          </AppShell.Navbar>
          <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
            <Outlet />
          </AppShell.Main>
          <FeedbackDrawer />
          <NewIssueNotices />
          <AlertNotices />
          {/* Within the router, because notices link to pages. */}
          <Notices />
        </AppShell>
      </NoteOutbox>
    </LiveProvider>
  );
}
