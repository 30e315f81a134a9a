import type { Intent } from '../api/types';

export const intentNames: readonly Intent[] = [
  'complaint',
  'request',
  'question',
  'praise',
  'churn-risk',
  'report',
];
