import { CloseButton, Code, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './SyntaxHelp.module.css';

const groups = {
  words: ['words', 'phrase', 'or', 'not', 'group', 'prefix'],
  precise: ['exact', 'near', 'opinion', 'boost'],
  fields: ['field', 'topic', 'segment', 'attribute', 'product', 'issue'],
  ranges: ['date', 'since', 'nps', 'score'],
} as const;

interface Props {
  opened: boolean;
  close: () => void;
  use: (query: string) => void;
}

/** The whole query language by example; a click searches for one. */
export function SyntaxHelp({ opened, close, use }: Props) {
  const { t } = useTranslation();
  return (
    <Collapse expanded={opened}>
      <section className={classes.help} aria-label={t('search.help')}>
        <CloseButton size="sm" className={classes.close} aria-label={t('app.close')} onClick={close} />
        <div className={classes.groups}>
          {Object.entries(groups).map(([group, examples]) => (
            <div key={group}>
              <Text size="xs" fw={650} mb={4}>
                {t(`search.exampleGroup.${group as keyof typeof groups}`)}
              </Text>
              <dl className={classes.examples}>
                {examples.map((example) => (
                  <Group key={example} component="div" className={classes.example}>
                    <dt>
                      <UnstyledButton
                        onClick={() => use(t(`search.example.${example}`))}
                        aria-label={t('search.tryExample', { example: t(`search.example.${example}`) })}
                      >
                        <Code>{t(`search.example.${example}`)}</Code>
                      </UnstyledButton>
                    </dt>
                    <dd>{t(`search.explains.${example}`)}</dd>
                  </Group>
                ))}
              </dl>
            </div>
          ))}
        </div>
        <Text size="xs" c="dimmed" mt="sm">
          {t('search.helpNote')}
        </Text>
      </section>
    </Collapse>
  );
}
