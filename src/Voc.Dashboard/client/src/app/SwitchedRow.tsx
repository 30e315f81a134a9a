import { ActionIcon, Collapse, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessages } from './States';
import classes from './SwitchedRow.module.css';

interface Props {
  label: string;
  /** Name, badges and facts. */
  children: ReactNode;
  /** What can be done at once, before the switch. */
  action?: ReactNode;
  isOn: boolean;
  isLocked: boolean;
  turn: (on: boolean) => void;
  switchLabel: string;
  detailsLabel: string;
  /** What went wrong lately where it works. */
  lastError: string | null | undefined;
  /** Why it could not be changed. */
  error: Error | null;
  /** Shown on demand; made only then. */
  details: ReactNode;
}

/** Something of a list that is on or off: what it is, how it fares, and more on demand. */
export function SwitchedRow({
  label,
  children,
  action,
  isOn,
  isLocked,
  turn,
  switchLabel,
  detailsLabel,
  lastError,
  error,
  details,
}: Props) {
  const { t } = useTranslation();
  const [isOpen, disclosure] = useDisclosure(false);
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <article className={classes.row} aria-label={label} data-disabled={!isOn || undefined}>
      <div className={classes.head}>
        <div className={classes.name}>{children}</div>
        <div className={classes.controls}>
          {action}
          <Switch
            checked={isOn}
            onChange={(event) => turn(event.currentTarget.checked)}
            disabled={isLocked}
            aria-label={switchLabel}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={disclosure.toggle}
            aria-expanded={isOpen}
            aria-label={detailsLabel}
          >
            <Chevron size={17} />
          </ActionIcon>
        </div>
      </div>
      {lastError && (
        <Text size="sm" c="var(--voc-negative-text)" mt={4}>
          {lastError}
        </Text>
      )}
      {error && (
        <Text size="sm" c="var(--voc-negative-text)" role="alert">
          {failureMessages(error, t('app.offline')).join(' ')}
        </Text>
      )}
      <Collapse expanded={isOpen}>{isOpen && details}</Collapse>
    </article>
  );
}
