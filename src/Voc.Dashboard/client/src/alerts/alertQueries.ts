import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type {
  AlertRule,
  ChannelDelivery,
  Delivery,
  DeliveryState,
  MailInput,
  MailServer,
  MailTrial,
  RuleInput,
  RulePreview,
  SearchAnswer,
} from '../api/types';

export const rulesQuery = queryOptions({
  queryKey: ['alert-rules'],
  queryFn: ({ signal }) => api.get<AlertRule[]>('/alert-rules', {}, signal),
});

/** What a rule would have told; rules that are being entered may not be complete. */
export const previewQuery = (rule: RuleInput) => {
  const wanted = { when: rule.when, timing: rule.timing };
  return queryOptions({
    queryKey: ['alert-rules', 'preview', wanted],
    queryFn: () => api.post<RulePreview>('/alert-rules/preview', wanted),
    enabled: rule.when.events.length > 0,
    staleTime: 30_000,
    retry: false,
  });
};

export type DeliveryFilter = DeliveryState | 'all';

export const allDeliveriesQuery = (state: DeliveryFilter) =>
  queryOptions({
    queryKey: ['deliveries', state],
    queryFn: ({ signal }) => api.get<ChannelDelivery[]>('/deliveries', { state, limit: 100 }, signal),
    refetchInterval: 5000,
  });

export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => api.get<MailServer>('/mail', {}, signal),
});

/** Products that feedback is about, most first. */
export const productsQuery = queryOptions({
  queryKey: ['alert-rules', 'products'],
  queryFn: async ({ signal }) => {
    const { facets } = await api.get<SearchAnswer>('/search', { facet: 'product', limit: 1 }, signal);
    return (facets.product ?? []).map(({ value }) => value);
  },
  staleTime: 60_000,
});

function useRuleChange<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: rulesQuery.queryKey, exact: true }),
  });
}

export const useKeepRule = (before: AlertRule | null) =>
  useRuleChange((input: RuleInput) =>
    before
      ? api.put<AlertRule>(`/alert-rules/${before.id}`, input, before.version)
      : api.post<AlertRule>('/alert-rules', input),
  );

export const useRemoveRule = ({ id, version }: AlertRule) =>
  useRuleChange(() => api.delete(`/alert-rules/${id}`, version));

export const useOrderRules = () =>
  useRuleChange((ids: number[]) => api.put<AlertRule[]>('/alert-rules/order', { ids }));

export const useTestRule = ({ id }: AlertRule) =>
  useMutation({ mutationFn: () => api.post<Delivery>(`/alert-rules/${id}/test`) });

export function useResendAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<{ count: number }>('/deliveries/resend'),
    onSettled: () => client.invalidateQueries({ queryKey: ['deliveries'] }),
  });
}

export function useKeepMail(version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Partial<MailInput>) => api.put<MailServer>('/mail', input, version),
    onSettled: () => client.invalidateQueries(mailQuery),
  });
}

export const useTestMail = () =>
  useMutation({ mutationFn: (to: string) => api.post<MailTrial>('/mail/test', { to }) });
