import { Problem } from '../../api/problem';

/** The issue that a merged one leads to, as the server answers whatever is asked of it. */
export const mergedInto = (error: unknown) =>
  error instanceof Problem && error.code === 'merged' && typeof error.body.mergedInto === 'number'
    ? error.body.mergedInto
    : null;
