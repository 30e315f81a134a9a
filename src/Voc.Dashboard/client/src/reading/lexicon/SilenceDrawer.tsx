import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ExpressionInput } from '../../api/types';
import { ChangeDrawer } from '../preview/ChangeDrawer';
import { useKeep } from '../preview/useKeep';
import { usePreview } from '../preview/usePreview';

/** Has an expression say nothing, and shows first what that does. */
export function SilenceDrawer({ expression, close }: { expression: string; close: () => void }) {
  const { t } = useTranslation();
  const input: ExpressionInput = { expression, kind: 'silent', strength: null, negated: null, target: null };
  const preview = usePreview('/lexicon/preview', { id: null, expression: input });
  const keep = useKeep(() => api.post('/lexicon', input), close);
  return (
    <ChangeDrawer
      title={t('reading.silenceExpression', { expression })}
      close={close}
      preview={preview}
      save={keep.mutate}
      saving={keep}
      action={t('reading.silence')}
    >
      <Text>{t('reading.silenceHint', { expression })}</Text>
    </ChangeDrawer>
  );
}
