import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconChartBar, IconLayoutColumns, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export const shownParts = ['both', 'picture', 'table'] as const;
export type Shown = (typeof shownParts)[number];

const icons = { both: IconLayoutColumns, picture: IconChartBar, table: IconTable };

/** Picture, table, or both. */
export function ShowControl({ show, onShow }: { show: Shown; onShow: (show: Shown) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('charts.show')}
      value={show}
      onChange={(value) => onShow(value as Shown)}
      data={shownParts.map((value) => {
        const Icon = icons[value];
        return {
          value,
          label: (
            <span title={t(`charts.shown.${value}`)} style={{ display: 'flex', paddingBlock: 2 }}>
              <Icon size={16} stroke={1.6} aria-hidden />
              <VisuallyHidden>{t(`charts.shown.${value}`)}</VisuallyHidden>
            </span>
          ),
        };
      })}
    />
  );
}
