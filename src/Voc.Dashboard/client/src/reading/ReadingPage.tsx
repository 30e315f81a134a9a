import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { ReadingNotes } from './ReadingNotes';
import { Dictionary } from './dictionary/Dictionary';
import { Learning } from './learning/Learning';
import { Lexicon } from './lexicon/Lexicon';
import { Synonyms } from './synonyms/Synonyms';
import { Topics } from './topics/Topics';

const tabs = {
  dictionary: Dictionary,
  synonyms: Synonyms,
  lexicon: Lexicon,
  topics: Topics,
  learning: Learning,
};
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

/** Where a company teaches how its texts are read. */
export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const tab = names.find((name) => name === parameters.get('tab')) ?? 'dictionary';
  return (
    <Page title={t('app.nav.reading')}>
      <Tabs value={tab} onChange={(value) => setParameters({ tab: value ?? '' })} keepMounted={false}>
        <Tabs.List mb="md">
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`reading.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <ReadingNotes isLearning={tab === 'learning'} />
        {names.map((name) => {
          const Content = tabs[name];
          return (
            <Tabs.Panel key={name} value={name}>
              <Content />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
}
