import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFileTypeCsv, IconFileTypePng, IconFileTypeSvg } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { Drawing } from './Drawing';
import type { Heading, PictureKind } from './picture';

export interface CsvFile {
  label: string;
  /** The server writes it, or a data address that holds it. */
  href: string;
  /** Name of the file where the server gives none. */
  name?: string;
}

interface Props {
  drawing: Drawing | null;
  heading: Heading;
  csv: readonly CsvFile[];
}

/** The picture as PNG and SVG, its figures as CSV. */
export function DownloadMenu({ drawing, heading, csv }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!drawing && csv.length === 0) return null;
  const save = async (kind: PictureKind) => {
    try {
      const { savePicture } = await import('./picture');
      await savePicture(kind, drawing!, heading, `${heading.title}-${format.isoDate(new Date())}`);
    } catch {
      notifications.show({ color: 'red', message: t('charts.notSaved') });
    }
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('charts.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drawing && (
          <>
            <Menu.Item
              leftSection={<IconFileTypePng size={16} stroke={1.5} aria-hidden />}
              onClick={() => void save('png')}
            >
              {t('charts.png')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileTypeSvg size={16} stroke={1.5} aria-hidden />}
              onClick={() => void save('svg')}
            >
              {t('charts.svg')}
            </Menu.Item>
          </>
        )}
        {csv.map(({ label, href, name }) => (
          <Menu.Item
            key={href}
            component="a"
            href={href}
            download={name ?? true}
            leftSection={<IconFileTypeCsv size={16} stroke={1.5} aria-hidden />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
