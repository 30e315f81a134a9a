import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { open, serve } from '../../test/render';
import { QueryBox } from './QueryBox';
import { useRecentQueries } from './recentQueries';

const offered = [
  { text: '充電器', label: '充電器', kind: 'word', count: 1234 },
  { text: '充電 感情:', label: '感情:', kind: 'field', count: null },
  { text: 'channel:review 充電', label: '週次の確認', kind: 'saved', count: null, path: '/search/saved/7' },
];

/** The box as a page has it: what is searched for comes back as the query. */
function Page({ searched, remembered = [] }: { searched: (q: string) => void; remembered?: string[] }) {
  const [q, setQ] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { remember } = useRecentQueries();
  const search = (text: string) => {
    setQ(text);
    searched(text);
  };
  return (
    <>
      <button onClick={() => remembered.forEach(remember)}>remember</button>
      <output data-testid="address">{useLocation().pathname}</output>
      <QueryBox q={q} error={null} busy={false} input={input} search={search} />
    </>
  );
}

function show(remembered?: string[]) {
  const searched = vi.fn();
  const asked = serve({ 'GET /search/suggest': () => Response.json(offered) });
  open(<Page searched={searched} remembered={remembered} />);
  return { searched, asked, user: userEvent.setup() };
}

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: '検索式' });
const options = () => within(screen.getByRole('listbox')).getAllByRole('option');

afterEach(() => vi.unstubAllGlobals());

describe('The query box', () => {
  it('offers ways to go on, of which arrows choose one and Enter takes it', async () => {
    const { user, searched, asked } = show();
    await user.type(box(), '充電');
    await waitFor(() => expect(options()).toHaveLength(3));
    expect(box()).toHaveAttribute('aria-expanded', 'true');
    expect(box()).not.toHaveAttribute('aria-activedescendant');
    expect(options()[0]).toHaveTextContent('充電器言葉1,234');
    const last = new URL(asked.at(-1)!.slice(4), 'http://voc.test').searchParams;
    expect([last.get('q'), last.get('caret')]).toEqual(['充電', '2']);

    await user.keyboard('{ArrowDown}');
    expect(options()[0]).toHaveAttribute('aria-selected', 'true');
    expect(box()).toHaveAttribute('aria-activedescendant', options()[0]!.id);
    await user.keyboard('{Enter}');
    expect(box()).toHaveValue('充電器');
    expect(searched).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(searched).toHaveBeenCalledWith('充電器');
  });

  it('searches with Enter for what is typed where nothing is chosen', async () => {
    const { user, searched } = show();
    await user.type(box(), '充電');
    await screen.findByRole('listbox');
    await user.keyboard('{Enter}');
    expect(searched).toHaveBeenCalledWith('充電');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('goes round through the list, and closes it with Escape without losing what is typed', async () => {
    const { user } = show();
    await user.type(box(), '充電');
    await screen.findByRole('listbox');
    await user.keyboard('{ArrowUp}');
    expect(options()[2]).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowDown}');
    expect(box()).not.toHaveAttribute('aria-activedescendant');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(box()).toHaveValue('充電');
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('listbox')).toBeInTheDocument();
  });

  it('goes on with the values after the name of a field, and opens a saved search with all it holds', async () => {
    const { user, searched } = show();
    await user.type(box(), '充電');
    await user.click(await screen.findByRole('option', { name: /感情:/ }));
    expect(box()).toHaveValue('充電 感情:');
    expect(box()).toHaveFocus();
    await user.click(await screen.findByRole('option', { name: /週次の確認/ }));
    expect(screen.getByTestId('address')).toHaveTextContent('/search/saved/7');
    expect(searched).not.toHaveBeenCalled();
  });

  it('does not complete what is no longer there', async () => {
    const { user } = show();
    await user.type(box(), '充電');
    await screen.findByRole('listbox');
    let answer: (response: Response) => void;
    const asked = serve({ 'GET /search/suggest': () => new Promise((resolve) => (answer = resolve)) });
    await user.type(box(), '時');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(box()).toHaveValue('充電時');
    await waitFor(() => expect(asked).toHaveLength(1));
    answer!(Response.json([{ text: '充電時間', label: '充電時間', kind: 'word', count: 2 }]));
    await screen.findByRole('option', { name: /充電時間/ });
    await user.keyboard('{Enter}');
    expect(box()).toHaveValue('充電時間');
  });

  it('completes in the middle and leaves the caret behind what was completed', async () => {
    const { user } = show();
    serve({
      'GET /search/suggest': () =>
        Response.json([{ text: '充電器 遅い', label: '充電器', kind: 'word', count: 1 }]),
    });
    await user.type(box(), '充 遅い');
    await user.type(box(), '電', { initialSelectionStart: 1, initialSelectionEnd: 1 });
    await waitFor(() => expect(options()).toHaveLength(1));
    await user.click(options()[0]!);
    expect(box()).toHaveValue('充電器 遅い');
    expect(box().selectionStart).toBe(3);
    await user.keyboard('の');
    expect(box()).toHaveValue('充電器の 遅い');
  });

  it('leaves the keys of an input method alone and asks nothing before its text is settled', async () => {
    const { user, searched, asked } = show();
    await user.click(box());
    fireEvent.compositionStart(box());
    fireEvent.change(box(), { target: { value: 'じゅうでん' } });
    await new Promise((done) => setTimeout(done, 250));
    expect(asked).toEqual([]);
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    // Arrows and Enter choose among the input method's own candidates.
    for (const key of ['ArrowDown', 'Enter', 'Escape'])
      expect(fireEvent.keyDown(box(), { key, isComposing: true })).toBe(true);
    fireEvent.change(box(), { target: { value: '充電' } });
    fireEvent.compositionEnd(box());
    // Safari reports the Enter that settles the text after the end, as key 229.
    expect(fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 })).toBe(true);
    expect(searched).not.toHaveBeenCalled();
    await waitFor(() => expect(options()).toHaveLength(3));
    expect(asked).toHaveLength(1);
    expect(box()).toHaveValue('充電');
  });

  it('is cleared by its button and shows everything then', async () => {
    const { user, searched } = show();
    await user.type(box(), '充電{Enter}');
    await user.click(screen.getByRole('button', { name: '検索式を消す' }));
    expect(searched).toHaveBeenLastCalledWith('');
    expect(box()).toHaveFocus();
  });

  it('offers earlier queries while it is empty, which can be forgotten', async () => {
    const { user, searched } = show(['遅い', '充電', '遅い']);
    await user.click(screen.getByRole('button', { name: 'remember' }));
    await user.click(box());
    await user.click(box());
    expect(options().map((one) => one.textContent)).toEqual(['遅い', '充電']);
    await user.click(screen.getByRole('button', { name: '「遅い」を最近の検索から消す' }));
    expect(options().map((one) => one.textContent)).toEqual(['充電']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(searched).toHaveBeenCalledWith('充電');
    expect(localStorage.getItem('voc.searches.product')).toBe('["充電"]');
  });

  it('shows the whole language by example, each searched for with a click', async () => {
    const { user, searched } = show();
    await user.click(screen.getByRole('button', { name: '検索式の書き方' }));
    const help = within(await screen.findByRole('region', { name: '検索式の書き方' }));
    expect(help.getAllByRole('button').length).toBeGreaterThan(20);
    await user.click(help.getByRole('button', { name: "例「'ZQ-1X'」で検索" }));
    expect(searched).toHaveBeenCalledWith("'ZQ-1X'");
  });
});
