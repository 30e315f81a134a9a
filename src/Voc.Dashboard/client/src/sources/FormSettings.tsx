import { Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formFields, formWorks, type FormField, type FormWork, type SourceDraft } from './sourceSettings';

interface Props {
  draft: SourceDraft;
  change: (part: Partial<SourceDraft>) => void;
  /** Whether the form is in use, so that its fields stay. */
  isInUse?: boolean;
}

export function FormSettings({ draft, change, isInUse }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('sources.origins')}
        description={t('sources.originsHint')}
        placeholder="https://www.example.jp"
        value={draft.origins}
        onChange={(event) => change({ origins: event.currentTarget.value })}
        autosize
        minRows={2}
      />
      {!isInUse && (
        <Checkbox.Group
          label={t('sources.fields')}
          value={draft.fields}
          onChange={(fields) => change({ fields: fields as FormField[] })}
        >
          <Group mt={4}>
            {(Object.keys(formFields) as FormField[]).map((field) => (
              <Checkbox key={field} value={field} label={t(`sources.field.${field}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Group grow>
        <TextInput
          label={t('sources.thanksJa')}
          value={draft.thanksJa}
          onChange={(event) => change({ thanksJa: event.currentTarget.value })}
        />
        <TextInput
          label={t('sources.thanksEn')}
          value={draft.thanksEn}
          onChange={(event) => change({ thanksEn: event.currentTarget.value })}
        />
      </Group>
      <Radio.Group
        label={t('sources.work')}
        description={t('sources.workHint')}
        value={draft.work}
        onChange={(work) => change({ work: work as FormWork })}
      >
        <Stack gap={6} mt={6}>
          {formWorks.map((work) => (
            <Radio key={work} value={work} label={t(`sources.works.${work}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
