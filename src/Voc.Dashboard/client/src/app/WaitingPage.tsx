import { Waiting } from './States';

export function WaitingPage() {
  return <Waiting height="60dvh" />;
}
