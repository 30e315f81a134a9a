import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { AlertList } from './AlertList';
import { SearchList } from './SearchList';

/** What saved searches found, and the searches themselves. */
export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const tab = parameters.get('tab') === 'searches' ? 'searches' : 'alerts';
  return (
    <Page title={t(`saved.${tab}`)} narrow>
      <Tabs
        value={tab}
        onChange={(value) =>
          setParameters(value === 'searches' ? { tab: 'searches' } : {}, { replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="alerts">{t('saved.alerts')}</Tabs.Tab>
          <Tabs.Tab value="searches">{t('saved.searches')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="alerts">
          <AlertList />
        </Tabs.Panel>
        <Tabs.Panel value="searches">
          <SearchList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
