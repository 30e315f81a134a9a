import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { ChannelKind, CreatedWebhook, Delivery, MessageLanguage, Webhook } from '../../api/types';
import { webhooksQuery } from '../../saved/savedQueries';

export interface WebhookInput {
  name?: string;
  url?: string;
  kind?: ChannelKind;
  language?: MessageLanguage;
  enabled?: boolean;
}

export const deliveriesQuery = (id: number) =>
  queryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ signal }) => api.get<Delivery[]>(`/webhooks/${id}/deliveries`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'waiting') ? 3000 : false),
  });

/** Sends something about webhooks and has their list read again, whatever came of it. */
function useSending<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(webhooksQuery),
        client.invalidateQueries({ queryKey: ['deliveries'] }),
      ]),
  });
}

export const useAddWebhook = () =>
  useSending((input: WebhookInput) => api.post<CreatedWebhook>('/webhooks', input));

export const useChangeWebhook = ({ id, version }: Webhook) =>
  useSending((input: WebhookInput) => api.put<Webhook>(`/webhooks/${id}`, input, version));

export const useRemoveWebhook = ({ id, version }: Webhook) =>
  useSending(() => api.delete(`/webhooks/${id}`, version));

export const useRenewSecret = ({ id }: Webhook) =>
  useSending(() => api.post<CreatedWebhook>(`/webhooks/${id}/secret`));

export const useTestWebhook = ({ id }: Webhook) =>
  useSending(() => api.post<Delivery>(`/webhooks/${id}/test`));

export const useSendAgain = (webhook: number) =>
  useSending((delivery: string) => api.post<Delivery>(`/webhooks/${webhook}/deliveries/${delivery}/resend`));
