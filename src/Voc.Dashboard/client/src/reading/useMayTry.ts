import { useHasRole } from '../session/useSession';

/** Researchers may try changes on the texts there are; to keep them is for who answers for the product. */
export function useMayTry() {
  return { mayTry: useHasRole('product', 'researcher'), mayTeach: useHasRole('product') };
}
