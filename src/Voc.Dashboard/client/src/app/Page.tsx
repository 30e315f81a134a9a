import { Group, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  title: string;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** Frame of every page: its title, also in the browser's tab, what can be done, and its content. */
export function Page({ title, actions, narrow, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Voc`;
  }, [title]);
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <Group justify="space-between" mb="md" gap="sm" mih={34}>
        <Title order={1}>{title}</Title>
        {actions}
      </Group>
      {children}
    </div>
  );
}
