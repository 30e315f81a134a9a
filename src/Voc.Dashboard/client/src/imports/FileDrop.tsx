import { Button, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FileDrop.module.css';

const accepted = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.json,.html,.htm,.eml,.mbox,.vtt,.srt,.gz';

export function FileDrop({ choose }: { choose: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) choose(file);
  };

  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={t('imports.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={34} stroke={1.2} aria-hidden />
      <Text fw={600}>{t('imports.drop')}</Text>
      <Text size="sm" c="dimmed" ta="center">
        {t('imports.formats')}
      </Text>
      <Button mt="xs" variant="light" onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accepted}
        hidden
        aria-label={t('imports.choose')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) choose(file);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
