import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

const parameter = 'feedback';
/** Marks a place in the history that was made by opening a feedback; the one before it is the page without. */
const opened = { openedFeedback: true };

/** The feedback open beside the page, kept in the address so that it can be shared and closed by "back". */
export function useFeedbackLink() {
  const [parameters, setParameters] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const id = Number(parameters.get(parameter)) || null;
  const open = useCallback(
    (next: number) => setParameters((before) => withFeedback(before, next), { state: opened }),
    [setParameters],
  );
  const close = () => {
    if ((location.state as typeof opened | null)?.openedFeedback) void navigate(-1);
    else setParameters((before) => withFeedback(before, null));
  };
  return {
    id,
    open,
    close,
    /** Shows another in the place of the one that is open; "back" closes it all the same. */
    replace: (next: number) =>
      setParameters((before) => withFeedback(before, next), { replace: true, state: location.state }),
    /** Address of this page with a feedback open beside it. */
    addressOf: (next: number) => `?${withFeedback(parameters, next).toString()}`,
  };
}

function withFeedback(before: URLSearchParams, next: number | null) {
  const after = new URLSearchParams(before);
  if (next === null) after.delete(parameter);
  else after.set(parameter, String(next));
  return after;
}
