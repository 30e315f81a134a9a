import { useTranslation } from 'react-i18next';
import { useLiveState } from './LiveProvider';
import classes from './LiveStatus.module.css';

export function LiveStatus() {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <span className={classes.status} data-state={state} role="status">
      {t(`live.state.${state}`)}
    </span>
  );
}
