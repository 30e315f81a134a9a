import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { open, serve } from '../test/render';
import { someFeedback } from '../test/samples';
import { FeedStream } from './FeedStream';
import { applyLive } from './applyLive';
import { arrivals } from './arrivals';

afterEach(() => {
  vi.unstubAllGlobals();
  arrivals.clear();
  arrivals.look(false);
});

const texts = () =>
  within(screen.getByRole('feed'))
    .getAllByRole('button')
    .map((row) => row.querySelector('p')!.textContent);

it('The stream takes in what is pushed, and holds it back while it is paused', async () => {
  const user = userEvent.setup();
  serve({ 'GET /feedback': () => Response.json({ items: [someFeedback(1)], sequence: 10 }) });
  const { client } = open(<FeedStream />);
  await screen.findByText('声 1');
  arrivals.look(true);
  const live = applyLive(client, (at) => at.slice(0, 10));
  act(() => live.feedbackArrived({ sequence: 11, items: [someFeedback(2)] }));
  await waitFor(() => expect(texts()).toEqual(['声 2', '声 1']));

  await user.click(screen.getByRole('button', { name: '一時停止' }));
  act(() => live.feedbackArrived({ sequence: 12, items: [someFeedback(3)] }));
  const resume = await screen.findByRole('button', { name: '再開（新着 1 件）' });
  expect(texts()).toEqual(['声 2', '声 1']);
  await user.click(resume);
  expect(texts()).toEqual(['声 3', '声 2', '声 1']);
});

it('What is deleted leaves the stream at once, paused or not, and is not counted as missed', async () => {
  const user = userEvent.setup();
  serve({
    'GET /feedback': () =>
      Response.json({ items: [someFeedback(3), someFeedback(2), someFeedback(1)], sequence: 10 }),
  });
  const { client } = open(<FeedStream />);
  await screen.findByText('声 1');
  const live = applyLive(client, (at) => at.slice(0, 10));
  act(() => live.feedbackDeleted({ sequence: 11, ids: [2] }));
  await waitFor(() => expect(texts()).toEqual(['声 3', '声 1']));

  await user.click(screen.getByRole('button', { name: '一時停止' }));
  act(() => live.feedbackArrived({ sequence: 12, items: [someFeedback(4)] }));
  expect(screen.getByText('離れている間に 1 件届きました')).toBeInTheDocument();
  act(() => live.feedbackDeleted({ sequence: 13, ids: [3] }));
  await waitFor(() => expect(texts()).toEqual(['声 1']));
  expect(screen.getByRole('button', { name: '再開（新着 1 件）' })).toBeInTheDocument();
  act(() => live.feedbackDeleted({ sequence: 14, ids: [4] }));
  await waitFor(() => expect(screen.queryByText(/離れている間に/)).not.toBeInTheDocument());
});

it('What came while nobody looked is counted once and marked until it is seen', async () => {
  const user = userEvent.setup();
  serve({ 'GET /feedback': () => Response.json({ items: [], sequence: 10 }) });
  const { client } = open(<FeedStream />);
  await screen.findByText('声はまだ届いていません');
  arrivals.look(false);
  const live = applyLive(client, (at) => at.slice(0, 10));
  const message = { sequence: 12, items: [someFeedback(2), someFeedback(3)] };
  act(() => live.feedbackArrived(message));
  act(() => live.feedbackArrived(message));
  expect(screen.getByText('離れている間に 2 件届きました')).toBeInTheDocument();
  expect((await screen.findByText('声 3')).closest('button')).toHaveAttribute('data-fresh');
  await user.click(screen.getByRole('button', { name: '確認した' }));
  expect(screen.queryByText(/離れている間に/)).not.toBeInTheDocument();
});
