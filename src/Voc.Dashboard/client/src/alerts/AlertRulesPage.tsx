import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { useHasRole } from '../session/useSession';
import { Webhooks } from './channels/Webhooks';
import { DeliveryList } from './deliveries/DeliveryList';
import { MailSettings } from './mail/MailSettings';
import { RuleList } from './rules/RuleList';

const everyone = ['rules', 'channels', 'deliveries'] as const;
const forAdmins = [...everyone, 'mail'] as const;

/** Which issues are told where and when, and whether it arrived. */
export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const tabs: readonly (typeof forAdmins)[number][] = useHasRole('admin') ? forAdmins : everyone;
  const tab = tabs.find((name) => name === parameters.get('tab')) ?? 'rules';
  return (
    <Page title={t('app.nav.alerts')}>
      <Tabs
        value={tab}
        onChange={(value) => setParameters(value === 'rules' ? {} : { tab: value ?? '' }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`alerts.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="rules">
          <RuleList />
        </Tabs.Panel>
        <Tabs.Panel value="channels">
          <Webhooks />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries">
          <DeliveryList />
        </Tabs.Panel>
        <Tabs.Panel value="mail">
          <MailSettings />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
