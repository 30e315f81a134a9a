import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { whenSignedOut } from '../api/client';
import { Failure, Waiting } from '../app/States';
import { SignInPage } from './SignInPage';
import { forgetUser, sessionQuery } from './sessionQuery';
import { SessionContext } from './useSession';

/** Shows the sign-in page until somebody is signed in, then its children. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  useEffect(() => whenSignedOut(() => forgetUser(client)), [client]);
  if (session.isPending) return <Waiting height="100dvh" />;
  if (!session.data) return <Failure error={session.error} retry={() => void session.refetch()} />;
  return (
    <SessionContext value={session.data}>{session.data.user ? children : <SignInPage />}</SessionContext>
  );
}
