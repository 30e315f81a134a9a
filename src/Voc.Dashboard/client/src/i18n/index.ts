import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { plural } from './plural';
import { resources } from './texts';

const storageKey = 'voc.language';
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: (typeof resources)['ja']['translation'] };
  }
}

const stored = localStorage.getItem(storageKey);

void i18n
  .use(initReactI18next)
  .use(plural)
  .init({
    resources,
    postProcess: ['plural'],
    lng: stored === 'en' ? 'en' : 'ja',
    fallbackLng: 'ja',
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  });

const showLanguage = (language: string) => {
  document.documentElement.lang = language;
};
showLanguage(i18n.language);
i18n.on('languageChanged', (language) => {
  localStorage.setItem(storageKey, language);
  showLanguage(language);
});

export default i18n;
