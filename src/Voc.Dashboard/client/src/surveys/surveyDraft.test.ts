import { describe, expect, it } from 'vitest';
import {
  emptySurvey,
  frameSnippet,
  hasEnglish,
  moved,
  newQuestion,
  recipientsOf,
  withoutEnglish,
} from './surveyDraft';

describe('a survey being made', () => {
  it('gives a question a name that none has, also after others were taken away', () => {
    const { questions } = emptySurvey();
    const third = newQuestion('csat', questions);
    const again = newQuestion('ces', [questions[1]!, third]);

    expect(questions.map(({ name }) => name)).toEqual(['q1', 'q2']);
    expect(third.name).toBe('q3');
    expect(again.name).toBe('q4');
  });

  it('moves a question by one place and no further than the ends', () => {
    const { questions } = emptySurvey();

    expect(moved(questions, 1, -1).map(({ name }) => name)).toEqual(['q2', 'q1']);
    expect(moved(questions, 0, -1)).toEqual(questions);
    expect(moved(questions, 1, 1)).toEqual(questions);
  });

  it('knows whether it is in English too, and drops that', () => {
    const survey = emptySurvey();
    const both = {
      ...survey,
      questions: survey.questions.map((question) => ({ ...question, label: { ja: '理由', en: 'Why?' } })),
    };

    expect(hasEnglish(survey)).toBe(false);
    expect(hasEnglish(both)).toBe(true);
    expect(hasEnglish(withoutEnglish(both))).toBe(false);
  });

  it('reads recipients as they are pasted from a table or typed', () => {
    expect(recipientsOf('A-1\t法人\n\n A-2 , 個人\nA-3')).toEqual([
      { customer: 'A-1', segment: '法人' },
      { customer: 'A-2', segment: '個人' },
      { customer: 'A-3', segment: null },
    ]);
  });

  it('writes a frame whose title cannot end it', () => {
    expect(frameSnippet('https://voc.example/s/k', '"A" & B')).toContain('title="&quot;A&quot; &amp; B"');
  });
});
