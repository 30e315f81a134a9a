import { Button, Group, Menu, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/Panel';
import { QuestionFields } from './QuestionFields';
import { moved, newQuestion, questionKinds, type Question } from './surveyDraft';

interface Props {
  questions: Question[];
  change: (questions: Question[]) => void;
  inEnglish: boolean;
}

export function QuestionList({ questions, change, inEnglish }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('surveys.questions')}>
      <Stack gap="sm">
        {questions.map((question, at) => (
          <QuestionFields
            key={question.name}
            number={at + 1}
            question={question}
            inEnglish={inEnglish}
            change={(part) =>
              change(questions.map((one) => (one.name === question.name ? { ...one, ...part } : one)))
            }
            move={(by) => change(moved(questions, at, by))}
            remove={() => change(questions.filter(({ name }) => name !== question.name))}
            isFirst={at === 0}
            isLast={at === questions.length - 1}
          />
        ))}
        <Group>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
                {t('surveys.addQuestion')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {questionKinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => change([...questions, newQuestion(kind, questions)])}>
                  {t(`surveys.kind.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Stack>
    </Panel>
  );
}
