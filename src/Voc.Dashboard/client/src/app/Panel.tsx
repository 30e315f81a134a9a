import { Card, Group, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './Panel.module.css';

interface Props {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  className?: string;
  /** Content reaches the border. */
  flush?: boolean;
  children: ReactNode;
}

export function Panel({ title, hint, actions, className, flush, children }: Props) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} p={0} className={`${classes.panel} ${className ?? ''}`}>
      <Group justify="space-between" gap="xs" className={classes.head}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {hint && <div className={classes.hint}>{hint}</div>}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </Card>
  );
}
