import { useUser } from '../session/useSession';

/** Product people and administrators say how severity is reckoned. */
export const useMayWeigh = () => useUser().roles.some((role) => role === 'product' || role === 'admin');
