import { useQuery } from '@tanstack/react-query';
import { Failure, WaitingRows } from '../../app/States';
import { mailQuery } from '../alertQueries';
import { MailForm } from './MailForm';

/** The mail server of the installation; for administrators. */
export function MailSettings() {
  const mail = useQuery(mailQuery);
  if (mail.error && !mail.data) return <Failure error={mail.error} retry={() => void mail.refetch()} />;
  return mail.data ? <MailForm key={mail.data.version} server={mail.data} /> : <WaitingRows rows={4} />;
}
