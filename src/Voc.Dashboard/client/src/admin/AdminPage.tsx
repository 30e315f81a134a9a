import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { MaskingSettings } from '../masking/MaskingSettings';
import { ApiKeys } from './ApiKeys';
import { DeadLetters } from './DeadLetters';
import { Users } from './Users';

const tabs = ['dead-letters', 'masking', 'users', 'keys'] as const;

export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const tab = tabs.find((name) => name === parameters.get('tab')) ?? 'dead-letters';
  return (
    <Page title={t('app.nav.admin')}>
      <Tabs
        value={tab}
        onChange={(value) => setParameters({ tab: value ?? '' }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`admin.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="dead-letters">
          <DeadLetters />
        </Tabs.Panel>
        <Tabs.Panel value="masking">
          <MaskingSettings />
        </Tabs.Panel>
        <Tabs.Panel value="users">
          <Users />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <ApiKeys />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
