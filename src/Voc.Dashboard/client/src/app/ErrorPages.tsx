import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Empty } from './States';

export function NotFoundPage() {
  const { t } = useTranslation();
  return <Empty title={t('app.notFound')}>{t('app.notFoundHint')}</Empty>;
}

export function ForbiddenPage() {
  const { t } = useTranslation();
  return <Empty title={t('app.forbidden')}>{t('app.forbiddenHint')}</Empty>;
}

/** Also seen when a page's code was replaced by a newer version on the server: reloading fetches it. */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Stack align="center" p="xl">
      <Empty title={t('app.broken')}>{error instanceof Error ? error.message : null}</Empty>
      <Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>
    </Stack>
  );
}
