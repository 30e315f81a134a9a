import { Box, Button, Indicator, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconBookmark, IconBookmarkFilled, IconChevronDown } from '@tabler/icons-react';
import { useImperativeHandle, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { SavedSearch } from '../api/types';
import { useUser } from '../session/useSession';
import { CurrentActions } from './CurrentActions';
import { SavedDialogs, type OpenDialog } from './SavedDialogs';
import classes from './Saved.module.css';
import { SavedItem } from './SavedItem';
import { addressToKeep, isSameSearch, pageOf } from './savedAddress';
import { savedQuery } from './savedQueries';

export interface SavedSearchesHandle {
  /** Opens the dialog that saves what the page shows. */
  save: () => void;
}

const listed = 8;

/** The menu of the search page: keep what it shows, and open what was kept. It reads the search from the address. */
export function SavedSearches({ ref }: { ref?: Ref<SavedSearchesHandle> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { data = [] } = useQuery(savedQuery);
  const [isOpen, menu] = useDisclosure(false);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const address = addressToKeep(parameters);
  const current = data.find(({ id }) => id === Number(parameters.get('saved'))) ?? null;
  const isChanged = current !== null && !isSameSearch(address, current.address);
  useImperativeHandle(ref, () => ({ save: () => setDialog({ kind: 'save', address, opened: current }) }));

  const ask = (next: OpenDialog) => {
    menu.close();
    setDialog(next);
  };
  const Icon = current ? IconBookmarkFilled : IconBookmark;
  return (
    <>
      <Popover opened={isOpen} onChange={menu.toggle} position="bottom-end" width={340} shadow="md" trapFocus>
        <Popover.Target>
          <Indicator disabled={!isChanged} size={8} offset={3} color="orange" processing={false}>
            <Button
              variant="default"
              size="compact-sm"
              className={classes.menu}
              leftSection={<Icon size={15} aria-hidden />}
              rightSection={<IconChevronDown size={14} aria-hidden />}
              onClick={menu.toggle}
              aria-label={current ? t('saved.opened', { name: current.name }) : undefined}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
            >
              {current ? current.name : t('saved.menu')}
            </Button>
          </Indicator>
        </Popover.Target>
        <Popover.Dropdown p={6} aria-label={t('saved.menu')}>
          <CurrentActions {...{ address, current, isChanged, ask }} close={menu.close} />
          <Kept
            searches={data}
            current={current}
            open={(search) => {
              menu.close();
              void navigate(pageOf(search));
            }}
          />
          <Button
            component={Link}
            to="/alerts?tab=searches"
            variant="subtle"
            size="compact-sm"
            fullWidth
            mt={4}
          >
            {t('saved.manage')}
          </Button>
        </Popover.Dropdown>
      </Popover>
      <SavedDialogs dialog={dialog} close={() => setDialog(null)} />
    </>
  );
}

interface KeptProps {
  searches: SavedSearch[];
  current: SavedSearch | null;
  open: (search: SavedSearch) => void;
}

function Kept({ searches, current, open }: KeptProps) {
  const { t } = useTranslation();
  const { userName } = useUser();
  const [wanted, setWanted] = useState('');
  const found = searches.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const groups = [
    { title: t('saved.own'), items: found.filter(({ owner }) => owner === userName) },
    { title: t('saved.others'), items: found.filter(({ owner }) => owner !== userName) },
  ].filter(({ items }) => items.length > 0);
  if (searches.length === 0)
    return (
      <Text size="sm" c="dimmed" p="xs">
        {t('saved.noneYetHint')}
      </Text>
    );
  return (
    <>
      {searches.length > listed && (
        <TextInput
          size="xs"
          mb={4}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          placeholder={t('saved.find')}
          aria-label={t('saved.find')}
        />
      )}
      <Box mah={320} style={{ overflowY: 'auto' }}>
        {groups.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {t('saved.noneFound')}
          </Text>
        )}
        {groups.map(({ title, items }) => (
          <Stack key={title} gap={0} role="group" aria-label={title}>
            <Text size="xs" c="dimmed" px="xs" pt={4}>
              {title}
            </Text>
            {items.map((search) => (
              <SavedItem
                key={search.id}
                search={search}
                isCurrent={search.id === current?.id}
                open={() => open(search)}
              />
            ))}
          </Stack>
        ))}
      </Box>
    </>
  );
}
