import { ActionIcon, Badge, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linesOf, type Question } from './surveyDraft';
import classes from './Surveys.module.css';
import { WordsInput } from './WordsInput';

interface Props {
  number: number;
  question: Question;
  inEnglish: boolean;
  change: (part: Partial<Question>) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
  isFirst: boolean;
  isLast: boolean;
}

export function QuestionFields({
  number,
  question,
  inEnglish,
  change,
  move,
  remove,
  isFirst,
  isLast,
}: Props) {
  const { t } = useTranslation();
  // As typed: an empty line is no option, but must not vanish while somebody writes.
  const [options, setOptions] = useState(question.options.join('\n'));
  const actions = [
    { key: 'up', icon: IconArrowUp, act: () => move(-1), disabled: isFirst },
    { key: 'down', icon: IconArrowDown, act: () => move(1), disabled: isLast },
    { key: 'remove', icon: IconTrash, act: remove, disabled: isFirst && isLast },
  ] as const;
  return (
    <section className={classes.question} aria-label={t('surveys.number', { number })}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Badge variant="default">{t('surveys.number', { number })}</Badge>
          <Badge variant="light">{t(`surveys.kind.${question.kind}`)}</Badge>
        </Group>
        <Group gap={4}>
          {actions.map(({ key, icon: Icon, act, disabled }) => (
            <ActionIcon
              key={key}
              variant="subtle"
              color="gray"
              onClick={act}
              disabled={disabled}
              aria-label={t(`surveys.${key}`, { number })}
            >
              <Icon size={16} aria-hidden />
            </ActionIcon>
          ))}
        </Group>
      </Group>
      <Stack gap="sm">
        <WordsInput
          label={t('surveys.wording')}
          words={question.label}
          change={(label) => change({ label })}
          inEnglish={inEnglish}
          required
        />
        {question.kind === 'choice' && (
          <Textarea
            label={t('surveys.options')}
            description={t('surveys.optionsHint')}
            value={options}
            onChange={(event) => {
              setOptions(event.currentTarget.value);
              change({ options: linesOf(event.currentTarget.value) });
            }}
            autosize
            minRows={2}
          />
        )}
        <Checkbox
          label={t('surveys.required')}
          checked={question.required}
          onChange={(event) => change({ required: event.currentTarget.checked })}
        />
      </Stack>
    </section>
  );
}
