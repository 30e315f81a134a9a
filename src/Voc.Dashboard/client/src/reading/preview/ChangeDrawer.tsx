import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessages } from '../../app/States';
import { Problem } from '../../api/problem';
import { useHasRole } from '../../session/useSession';
import classes from './Preview.module.css';
import { PreviewPane } from './PreviewPane';
import type { Preview } from './usePreview';

interface Props {
  title: string;
  close: () => void;
  preview: Preview;
  save: () => void;
  saving: { isPending: boolean; error: unknown };
  /** What the button says that keeps the change; "save" without it. */
  action?: string;
  isDangerous?: boolean;
  /** More that can be done with what is being edited. */
  more?: ReactNode;
  children?: ReactNode;
}

/** Where a change is made: its fields beside what it would do, which must be seen before it is kept. */
export function ChangeDrawer({
  title,
  close,
  preview,
  save,
  saving,
  action,
  isDangerous,
  more,
  children,
}: Props) {
  const { t } = useTranslation();
  const mayTeach = useHasRole('product');
  const mayGoOn = preview.isCurrent || (preview.error !== null && !preview.isBusy);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayTeach && mayGoOn && !saving.isPending) save();
  };
  const isGeneral =
    saving.error != null && !(saving.error instanceof Problem && Object.keys(saving.error.errors).length > 0);
  return (
    <Drawer
      opened
      onClose={close}
      size="min(68rem, 100%)"
      title={<Text fw={650}>{title}</Text>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={classes.columns}>
        <form onSubmit={submit} className={classes.fields} noValidate>
          <Stack gap="md">
            {children}
            {isGeneral && (
              <Alert color="red" role="alert">
                {failureMessages(saving.error, t('app.offline')).join(' ')}
              </Alert>
            )}
            <Group justify="space-between" gap="xs">
              {mayTeach ? (
                <Group gap="xs">
                  <Button
                    type="submit"
                    color={isDangerous ? 'red' : undefined}
                    disabled={!mayGoOn}
                    loading={saving.isPending}
                  >
                    {action ?? t('app.save')}
                  </Button>
                  <Button variant="default" onClick={close}>
                    {t('app.cancel')}
                  </Button>
                </Group>
              ) : (
                <Text size="sm" c="dimmed">
                  {t('reading.tryOnly')}
                </Text>
              )}
              {mayTeach && more}
            </Group>
            {mayTeach && !mayGoOn && (
              <Text size="xs" c="dimmed">
                {t('reading.previewFirst')}
              </Text>
            )}
          </Stack>
        </form>
        <PreviewPane preview={preview} />
      </div>
    </Drawer>
  );
}
