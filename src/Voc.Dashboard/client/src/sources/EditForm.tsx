import { Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Source } from '../api/types';
import { FormSettings } from './FormSettings';
import { Saving } from './Saving';
import { useChangeSource } from './sourceQueries';
import { changedForm, formDraftOf } from './sourceSettings';

/** Changes where a form may stand, how it is guarded and what it says; pages that hold it need no change. */
export function EditForm({ source }: { source: Source }) {
  const [draft, setDraft] = useState(() => formDraftOf(source.settings));
  const change = useChangeSource(source.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ settings: { ...source.settings, ...changedForm(draft) } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <FormSettings
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          isInUse
        />
        <Saving change={change} isReady />
      </Stack>
    </form>
  );
}
