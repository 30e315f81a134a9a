import { Collapse, SimpleGrid, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { profileFields, type ReviewProfile } from './sourceSettings';

interface Props {
  profile: ReviewProfile;
  change: (profile: ReviewProfile) => void;
}

export function ProfileFields({ profile, change }: Props) {
  const { t } = useTranslation();
  const [isOpen, fields] = useDisclosure(Object.values(profile).some(Boolean));
  return (
    <div>
      <UnstyledButton onClick={fields.toggle} aria-expanded={isOpen} fz="sm" c="dimmed">
        {isOpen ? '▾' : '▸'} {t('sources.profile')}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Text size="xs" c="dimmed" my={4}>
          {t('sources.profileHint')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {profileFields.map((field) => (
            <TextInput
              key={field}
              size="xs"
              label={t(`sources.selector.${field}`)}
              value={profile[field]}
              onChange={(event) => change({ ...profile, [field]: event.currentTarget.value })}
              spellCheck={false}
              ff="monospace"
            />
          ))}
        </SimpleGrid>
      </Collapse>
    </div>
  );
}
