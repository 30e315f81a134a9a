import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyFigure, SurveyQuestionResult } from '../api/types';
import { useFormat } from '../format/useFormat';

/** A figure in words: the Net Promoter Score as a number with its sign, satisfaction and effort as a share. */
export function useFigure(kind: SurveyQuestionResult['kind']) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const one = (value: number | null) =>
      value === null ? '–' : kind === 'nps' ? format.signed(value) : format.percent(value);
    return {
      one,
      value: (figure: SurveyFigure) => one(figure.value),
      interval: (figure: SurveyFigure) =>
        figure.low === null ? '' : t('surveys.interval', { low: one(figure.low), high: one(figure.high) }),
    };
  }, [kind, format, t]);
}
