/** A survey as its settings travel; the server checks them. */
export interface Words {
  ja: string;
  en: string;
}

export const questionKinds = ['nps', 'csat', 'ces', 'choice', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  /** Stays when the wording changes: the figures are kept under it. */
  name: string;
  kind: QuestionKind;
  label: Words;
  required: boolean;
  options: string[];
}

export interface SurveySettings {
  title: Words;
  introduction: Words;
  thanks: Words;
  questions: Question[];
  /** The last day, `YYYY-MM-DD`, or null. */
  closesOn: string | null;
  openLink: boolean;
  allowedOrigins: string[];
  product: string | null;
}

const wordings: Record<QuestionKind, Words> = {
  nps: {
    ja: 'この製品・サービスを親しい人に勧める可能性はどのくらいありますか？',
    en: 'How likely are you to recommend us to a friend?',
  },
  csat: { ja: '全体として、どのくらい満足していますか？', en: 'Overall, how satisfied are you?' },
  ces: {
    ja: '今回のお困りごとの解決は、どのくらい簡単でしたか？',
    en: 'How easy was it to get your problem solved?',
  },
  choice: { ja: 'ご利用の期間を教えてください。', en: 'How long have you been using it?' },
  text: { ja: 'その理由を自由にお書きください。', en: 'Please tell us why.' },
};

const usualOptions = ['1 年未満', '1〜3 年', '3 年以上'];

/** A question under a name that none has, with a usual wording. */
export function newQuestion(kind: QuestionKind, questions: readonly Question[]): Question {
  const taken = new Set(questions.map(({ name }) => name));
  let number = questions.length + 1;
  while (taken.has(`q${number}`)) number++;
  return {
    name: `q${number}`,
    kind,
    label: { ja: wordings[kind].ja, en: '' },
    required: kind !== 'text' && kind !== 'choice',
    options: kind === 'choice' ? usualOptions : [],
  };
}

/** What a new survey begins with: one figure and its reason. */
export function emptySurvey(): SurveySettings {
  const first = newQuestion('nps', []);
  return {
    title: { ja: '', en: '' },
    introduction: { ja: '', en: '' },
    thanks: { ja: '', en: '' },
    questions: [first, newQuestion('text', [first])],
    closesOn: null,
    openLink: true,
    allowedOrigins: [],
    product: null,
  };
}

/** Moves the question at a place one up (−1) or down (1), where there is one to change places with. */
export function moved(questions: readonly Question[], at: number, by: -1 | 1) {
  const [one, other] = [questions[at], questions[at + by]];
  if (!one || !other) return [...questions];
  return questions.map((question, place) => (place === at ? other : place === at + by ? one : question));
}

/** Whether some of its questions were written in English as well. */
export const hasEnglish = ({ questions }: SurveySettings) =>
  questions.some(({ label: { ja, en } }) => en !== '' && en !== ja);

/** The same in Japanese alone. */
export const withoutEnglish = (survey: SurveySettings): SurveySettings => ({
  ...survey,
  title: { ...survey.title, en: '' },
  introduction: { ...survey.introduction, en: '' },
  thanks: { ...survey.thanks, en: '' },
  questions: survey.questions.map((question) => ({ ...question, label: { ...question.label, en: '' } })),
});

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Recipients as pasted, one a line: the customer, and after a tab or comma perhaps the group. */
export const recipientsOf = (text: string) =>
  linesOf(text).map((line) => {
    const [customer = '', segment = ''] = line.split(/[\t,、]/).map((cell) => cell.trim());
    return { customer: customer || null, segment: segment || null };
  });

export const frameSnippet = (url: string, title: string) =>
  `<iframe src="${url}" title="${title.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" style="width:100%;height:720px;border:0"></iframe>`;
