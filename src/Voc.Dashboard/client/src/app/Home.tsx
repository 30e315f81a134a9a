import { Navigate } from 'react-router';
import { useUser } from '../session/useSession';
import { homeOf } from './places';

export function Home() {
  return <Navigate to={homeOf(useUser())} replace />;
}
