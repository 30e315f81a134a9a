import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { open, serve } from '../../test/render';
import { useSearchAddress } from '../useSearchAddress';
import { Explanation } from './Explanation';

const part = (kind: string, text: string, count: number, parts: unknown[] = [], terms: string[] = []) => ({
  kind,
  text,
  terms,
  start: 0,
  length: text.length,
  count,
  parts,
});

const explained = part('and', '', 12, [
  part('word', '充電', 5000, [], ['充電']),
  part('or', '遅い OR の', 900, [part('word', '遅い', 900, [], ['遅い']), part('ignored', 'の', 0)]),
  part('filter', 'channel:review', 3000),
  part('like', 'id:7', 44),
]);

function Page() {
  const { state, change, look } = useSearchAddress();
  return <Explanation state={state} change={change} close={() => look({ explain: false })} />;
}

afterEach(() => vi.unstubAllGlobals());

describe('How a search was counted', () => {
  const at = `/?q=${encodeURIComponent('充電 (遅い OR の)')}&channel=review&like=7&synonyms=true&explain=true`;
  const show = async () => {
    const asked = serve({ 'GET /search/explain': () => Response.json(explained) });
    const { address } = open(<Page />, { at });
    await screen.findByText('5,000');
    return { asked, user: userEvent.setup(), parameters: () => new URLSearchParams(address().slice(2)) };
  };

  it('is told part by part for the whole search', async () => {
    const { asked } = await show();
    expect(asked[0]).toContain('channel=review');
    const lines = screen.getAllByRole('listitem').map((one) => one.firstElementChild!.textContent);
    expect(lines).toEqual([
      'すべて含む12',
      '言葉充電5,000',
      'いずれか遅い OR の900',
      '言葉遅い900',
      '無視の–',
      '絞り込みチャネル: レビュー3,000',
      '似た声#744',
    ]);
  });

  it('leads to each part alone, which then finds what was counted', async () => {
    const { user, parameters } = await show();
    await user.click(screen.getByRole('button', { name: /遅い OR の/ }));
    await waitFor(() => expect(parameters().get('q')).toBe('遅い OR の'));
    expect(parameters().has('channel') || parameters().has('like')).toBe(false);
    expect(parameters().get('synonyms')).toBe('true');
  });

  it('leads to what is like a feedback alone, and is closed', async () => {
    const { user, parameters } = await show();
    await user.click(screen.getByRole('button', { name: /似た声/ }));
    await waitFor(() => expect(parameters().get('like')).toBe('7'));
    expect(parameters().has('q') || parameters().has('channel')).toBe(false);
    await user.click(within(screen.getByRole('region')).getByRole('button', { name: '閉じる' }));
    await waitFor(() => expect(parameters().has('explain')).toBe(false));
  });
});
