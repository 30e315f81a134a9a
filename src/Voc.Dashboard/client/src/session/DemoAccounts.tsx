import { Divider, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconChartBar, IconHeadset, IconSearch, IconShieldCog } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Role, Session } from '../api/types';
import classes from './SignInPage.module.css';
import type { Credentials } from './sessionQuery';

const icons = {
  admin: IconShieldCog,
  product: IconChartBar,
  support: IconHeadset,
  researcher: IconSearch,
} satisfies Record<Role, unknown>;

interface Props {
  accounts: NonNullable<Session['demo']>['accounts'];
  signIn: (credentials: Credentials) => void;
  busy: boolean;
}

/** One click a role: only a demonstration tells its passwords. */
export function DemoAccounts({ accounts, signIn, busy }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Divider label={t('session.demoAccounts')} labelPosition="center" />
      {accounts.map(({ userName, password, role }) => {
        const Icon = icons[role];
        return (
          <UnstyledButton
            key={userName}
            className={classes.account}
            disabled={busy}
            onClick={() => signIn({ userName, password })}
            aria-label={t('session.signInAs', { role: t(`session.role.${role}`) })}
          >
            <ThemeIcon variant="light" size="md" aria-hidden>
              <Icon size={16} stroke={1.7} />
            </ThemeIcon>
            <div>
              <Text size="sm" fw={600}>
                {t(`session.role.${role}`)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`session.roleTask.${role}`)}
              </Text>
            </div>
            <Text size="xs" c="dimmed" ff="monospace">
              {userName}
            </Text>
          </UnstyledButton>
        );
      })}
    </Stack>
  );
}
