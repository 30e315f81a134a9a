import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open } from '../../test/render';
import type { Expansion } from '../../api/types';
import { useSearchAddress } from '../useSearchAddress';
import { Expansions } from './Expansions';

const expansions: Expansion[] = [
  {
    word: '充電器',
    start: 0,
    length: 3,
    alternatives: [
      { text: '充電機', kind: 'spelling', used: true, count: 12 },
      { text: 'チャージャー', kind: 'synonym', used: false, count: 240 },
    ],
  },
];

function Page({ found = expansions }: { found?: Expansion[] }) {
  const { state, change } = useSearchAddress();
  return <Expansions state={state} expansions={found} change={change} />;
}

const parameters = (address: string) => new URLSearchParams(address.slice(2));

describe('Other spellings and synonyms', () => {
  it('stand beside their word, are left out with a click and taken back with another', async () => {
    const user = userEvent.setup();
    const { address } = open(<Page />, { at: '/?q=充電器' });
    const word = within(screen.getByRole('group', { name: '「充電器」と一緒に探した言葉' }));
    // Synonyms are not searched for before that is asked for.
    expect(word.getAllByRole('button')).toHaveLength(1);
    await user.click(word.getByRole('button', { name: '「充電機」を検索から外す' }));
    await waitFor(() => expect(parameters(address()).getAll('without')).toEqual(['充電機']));
    await user.click(word.getByRole('button', { name: '「充電機」も検索する' }));
    await waitFor(() => expect(parameters(address()).has('without')).toBe(false));
  });

  it('come with the synonyms where those are wanted', async () => {
    const user = userEvent.setup();
    const { address } = open(<Page />, { at: '/?q=充電器' });
    await user.click(screen.getByRole('switch', { name: '同義語も探す' }));
    await waitFor(() => expect(parameters(address()).get('synonyms')).toBe('true'));
    await user.click(await screen.findByRole('button', { name: '「チャージャー」を検索から外す' }));
    await waitFor(() => expect(parameters(address()).getAll('without')).toEqual(['チャージャー']));
  });

  it('can be put back where the server no longer names them', async () => {
    const user = userEvent.setup();
    const { address } = open(<Page found={[]} />, { at: '/?q=充電器&without=充電機' });
    await user.click(screen.getByRole('button', { name: '「充電機」も検索する' }));
    await waitFor(() => expect(parameters(address()).has('without')).toBe(false));
  });

  it('are nothing to speak of without a query', () => {
    open(<Page />, { at: '/?channel=review' });
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  });
});
