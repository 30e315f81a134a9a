import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconRestore, IconTrash, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LexiconItem, OwnExpression, Sense } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { useMayTry } from '../useMayTry';
import classes from './Lexicon.module.css';
import { StrengthBar } from './StrengthBar';
import { isFactor, ownOf } from './expressionDraft';
import { useTargetName } from './useTargetName';

const colours: Record<LexiconItem['state'], string> = {
  shipped: 'gray',
  own: 'ai',
  changed: 'orange',
  silenced: 'gray',
};

interface Props {
  item: LexiconItem;
  edit: (sense: Sense, own: OwnExpression | null) => void;
  silence: () => void;
  /** Takes a change of the company back. */
  restore: (own: OwnExpression) => void;
}

export function ExpressionRow({ item, edit, silence, restore }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mayTry, mayTeach } = useMayTry();
  const silent = item.own.find(({ kind }) => kind === 'silent');
  const last = [...item.own].sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  return (
    <article className={classes.row} aria-label={item.expression}>
      <div>
        <Group gap={8}>
          <Text fw={600} lang="ja">
            {item.expression}
          </Text>
          {item.state !== 'shipped' && (
            <Badge color={colours[item.state]}>{t(`reading.state.${item.state}`)}</Badge>
          )}
        </Group>
        {last && (
          <Text size="xs" c="dimmed">
            {t('reading.changedBy', { by: last.changedBy, at: format.dateTime(last.changedAt) })}
          </Text>
        )}
      </div>
      <div className={classes.senses} data-silent={item.state === 'silenced' || undefined}>
        {item.state === 'silenced' ? (
          <Text size="sm" c="dimmed">
            {t('reading.isSilent')}
          </Text>
        ) : (
          item.senses.map((sense, at) => {
            const own = ownOf(sense, item.own);
            return (
              <div key={at} className={classes.sense}>
                <SenseShown sense={sense} />
                <Group gap={2} wrap="nowrap">
                  {mayTry && (
                    <Act
                      label={t('reading.changeExpression', { expression: item.expression })}
                      icon={<IconPencil size={16} />}
                      act={() => edit(sense, own ?? null)}
                    />
                  )}
                  {mayTeach && own && (
                    <Act
                      label={t(
                        item.state === 'own' ? 'reading.deleteExpression' : 'reading.restoreExpression',
                        {
                          expression: item.expression,
                        },
                      )}
                      icon={item.state === 'own' ? <IconTrash size={16} /> : <IconRestore size={16} />}
                      act={() => restore(own)}
                    />
                  )}
                </Group>
              </div>
            );
          })
        )}
      </div>
      <Group gap={2} wrap="nowrap" justify="flex-end">
        {mayTry && !silent && (
          <Act
            label={t('reading.silenceExpression', { expression: item.expression })}
            icon={<IconVolumeOff size={16} />}
            act={silence}
          />
        )}
        {mayTeach && silent && (
          <Act
            label={t('reading.restoreExpression', { expression: item.expression })}
            icon={<IconRestore size={16} />}
            act={() => restore(silent)}
          />
        )}
      </Group>
    </article>
  );
}

function Act({ label, icon, act }: { label: string; icon: React.ReactNode; act: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function SenseShown({ sense }: { sense: Sense }) {
  const { t } = useTranslation();
  const format = useFormat();
  const targetName = useTargetName();
  return (
    <Group gap="sm" miw={0}>
      {isFactor(sense.kind) ? (
        <Text size="sm" className="tabular">
          × {format.decimal(sense.strength)}
        </Text>
      ) : (
        <StrengthBar value={sense.strength} />
      )}
      <Text size="xs" c="dimmed">
        {[
          sense.kind !== 'word' && t(`reading.kind.${sense.kind}`),
          sense.target && t('reading.saidOf', { target: targetName(sense.target) }),
          !isFactor(sense.kind) &&
            sense.negated !== 0 &&
            t('reading.whenNegated', { strength: format.weight(sense.negated) }),
        ]
          .filter(Boolean)
          .join(' ・ ')}
      </Text>
    </Group>
  );
}
