import type { ReactNode } from 'react';
import { useUser } from '../session/useSession';
import { ForbiddenPage } from './ErrorPages';
import { mayOpen, places, type Place } from './places';

/** The server decides what may be read; this only says so in words instead of showing an empty page. */
export function RequireRole({ place, children }: { place: Place['key']; children: ReactNode }) {
  const user = useUser();
  const wanted = places.find(({ key }) => key === place);
  return wanted && mayOpen(user, wanted) ? children : <ForbiddenPage />;
}
