import { Button, Textarea } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddComment } from './useIssueChange';

export function CommentForm({ id, field }: { id: number; field?: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation();
  const add = useAddComment(id);
  const [comment, setComment] = useState('');
  return (
    <>
      <Textarea
        ref={field}
        label={t('issues.comment')}
        placeholder={t('issues.commentPlaceholder')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
      />
      <Button
        variant="light"
        disabled={comment.trim() === ''}
        loading={add.isPending}
        onClick={() => add.mutate(comment.trim(), { onSuccess: () => setComment('') })}
      >
        {t('issues.addComment')}
      </Button>
    </>
  );
}
