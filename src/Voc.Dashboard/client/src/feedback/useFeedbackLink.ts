import { useSearchParams } from 'react-router';

const parameter = 'feedback';

/** The feedback open beside the page, kept in the address so that it can be shared and closed by "back". */
export function useFeedbackLink() {
  const [parameters, setParameters] = useSearchParams();
  const id = Number(parameters.get(parameter)) || null;
  const change = (next: number | null) =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      if (next === null) after.delete(parameter);
      else after.set(parameter, String(next));
      return after;
    });
  return { id, open: (next: number) => change(next), close: () => change(null) };
}
