import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { CreateSource } from './CreateSource';
import { ReviewTester } from './ReviewTester';
import { SourceList } from './SourceList';

export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const [isCreating, creating] = useDisclosure(false);
  const tab = parameters.get('tab') === 'test' ? 'test' : 'list';
  return (
    <Page
      title={t('app.nav.sources')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
          {t('sources.create')}
        </Button>
      }
    >
      <Tabs
        value={tab}
        onChange={(value) => setParameters(value === 'test' ? { tab: 'test' } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{t('sources.list')}</Tabs.Tab>
          <Tabs.Tab value="test">{t('sources.test')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <SourceList />
        </Tabs.Panel>
        <Tabs.Panel value="test">
          <ReviewTester />
        </Tabs.Panel>
      </Tabs>
      <CreateSource isOpen={isCreating} close={creating.close} />
    </Page>
  );
}
