import { createContext, useContext } from 'react';
import type { Role, Session, User } from '../api/types';

export type SignedIn = Session & { user: User };

export const SessionContext = createContext<Session>({
  user: null,
  demo: null,
  company: { name: '', timeZone: 'Asia/Tokyo' },
});

/** The session as the server told it; nobody is signed in where `user` is null. */
export const useSession = () => useContext(SessionContext);

/** The person signed in; for pages behind the sign-in only. */
export function useUser(): User {
  const { user } = useSession();
  if (!user) throw new Error('Nobody is signed in.');
  return user;
}

/** Whether the person signed in has any of the roles; an administrator has them all. */
export function useHasRole(...roles: Role[]) {
  const { user } = useSession();
  return user != null && (user.roles.includes('admin') || roles.some((role) => user.roles.includes(role)));
}
