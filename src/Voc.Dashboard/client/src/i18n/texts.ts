import admin from '../admin/texts';
import webhooks from '../alerts/channels/texts';
import alerts from '../alerts/texts';
import app from '../app/texts';
import charts from '../charts/texts';
import exports from '../exports/texts';
import feedback from '../feedback/texts';
import grouping from '../issues/grouping/texts';
import imports from '../imports/texts';
import issues from '../issues/texts';
import live from '../live/texts';
import masking from '../masking/texts';
import mining from '../mining/texts';
import notes from '../notes/texts';
import reading from '../reading/texts';
import replay from '../replay/texts';
import saved from '../saved/texts';
import search from '../search/texts';
import session from '../session/texts';
import severity from '../severity/texts';
import snippets from '../snippets/texts';
import sources from '../sources/texts';
import surveys from '../surveys/texts';

/** Every feature keeps its own words in both languages beside its code; here they come together. */
const features = {
  admin,
  alerts,
  app,
  charts,
  exports,
  feedback,
  grouping,
  imports,
  issues,
  live,
  masking,
  mining,
  notes,
  reading,
  replay,
  saved,
  search,
  session,
  severity,
  snippets,
  sources,
  surveys,
  webhooks,
};

type Words<L extends 'ja' | 'en'> = { [F in keyof typeof features]: (typeof features)[F][L] };

const pick = <L extends 'ja' | 'en'>(language: L) =>
  Object.fromEntries(Object.entries(features).map(([name, words]) => [name, words[language]])) as Words<L>;

export const resources = { ja: { translation: pick('ja') }, en: { translation: pick('en') } };
