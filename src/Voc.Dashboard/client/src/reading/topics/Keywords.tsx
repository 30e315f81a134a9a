import { ActionIcon, Button, Group, Input, NumberInput, Popover, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Keyword } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import classes from './Topics.module.css';
import { heaviest, withWords } from './topicDraft';

interface Props {
  keywords: readonly Keyword[];
  change: (keywords: readonly Keyword[]) => void;
  /** What is wrong with which of them, by place. */
  errors: ReadonlyMap<number, string>;
  error?: string;
}

/** Words that speak for a topic, each a chip with its weight. */
export function Keywords({ keywords, change, errors, error }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    change(withWords(keywords, text));
    setTyped('');
  };
  const type = (text: string) => (/[,、，\n\t]/.test(text) ? add(text) : setTyped(text));
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add(typed);
  };
  return (
    <Input.Wrapper
      label={t('reading.keywords')}
      description={t('reading.keywordsHint')}
      error={[error, ...new Set(errors.values())].filter(Boolean).join(' ') || undefined}
      labelElement="div"
    >
      <Group gap={4} my={6} component="ul" className={classes.keywords}>
        {keywords.map((keyword, at) => (
          <li key={keyword.word}>
            <Chip
              keyword={keyword}
              isWrong={errors.has(at)}
              change={(next) => change(keywords.map((one) => (one === keyword ? next : one)))}
              remove={() => change(keywords.filter((one) => one !== keyword))}
            />
          </li>
        ))}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('reading.addKeyword')}
          placeholder={t('reading.addKeyword')}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
          lang="ja"
        />
        <Button size="xs" variant="default" disabled={typed.trim() === ''} onClick={() => add(typed)}>
          {t('reading.add')}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}

interface ChipProps {
  keyword: Keyword;
  isWrong: boolean;
  change: (keyword: Keyword) => void;
  remove: () => void;
}

function Chip({ keyword, isWrong, change, remove }: ChipProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Popover withArrow shadow="md" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.keyword}
          data-wrong={isWrong || undefined}
          aria-label={t('reading.keyword', { word: keyword.word, weight: format.decimal(keyword.weight) })}
        >
          {keyword.word}
          <Text span size="xs" c="dimmed" className="tabular">
            {format.decimal(keyword.weight)}
          </Text>
        </button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <NumberInput
            size="xs"
            w={110}
            label={t('reading.weight')}
            value={keyword.weight}
            min={0.1}
            max={heaviest}
            step={0.5}
            decimalScale={2}
            clampBehavior="strict"
            // Escape closes this and not the drawer around it.
            data-mantine-stop-propagation
            onChange={(weight) => typeof weight === 'number' && weight > 0 && change({ ...keyword, weight })}
          />
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={t('reading.removeKeyword', { word: keyword.word })}
            data-mantine-stop-propagation
            onClick={remove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
