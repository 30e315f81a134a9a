import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { ImportMapping } from '../api/types';
import { open } from '../test/render';
import { MappingEditor } from './MappingEditor';

function Editor({ changed }: { changed: (mapping: ImportMapping) => void }) {
  const [mapping, setMapping] = useState<ImportMapping>({ text: '感想', occurredAt: '日時', attributes: [] });
  return (
    <MappingEditor
      columns={['日時', '感想', '点数']}
      mapping={mapping}
      change={(next) => {
        setMapping(next);
        changed(next);
      }}
    />
  );
}

it('The mapping editor shows the guess and changes one column at a time', async () => {
  const user = userEvent.setup();
  const changed = vi.fn();
  open(<Editor changed={changed} />);
  const score = screen.getByRole('combobox', { name: '列「点数」の使い方' });
  expect(screen.getByRole('combobox', { name: '列「感想」の使い方' })).toHaveValue('本文');
  expect(score).toHaveValue('使わない');
  await user.click(score);
  await user.click(await screen.findByRole('option', { name: 'NPS（0〜10）' }));
  expect(changed).toHaveBeenLastCalledWith(
    expect.objectContaining({ text: ['感想'], occurredAt: '日時', nps: '点数' }),
  );
  expect(score).toHaveValue('NPS（0〜10）');
});
