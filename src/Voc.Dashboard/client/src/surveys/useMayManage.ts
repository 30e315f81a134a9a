import { useUser } from '../session/useSession';

/** Whether this person makes and publishes surveys; everybody may read what was answered. */
export const useMayManage = () => {
  const { roles } = useUser();
  return roles.includes('admin') || roles.includes('product');
};
