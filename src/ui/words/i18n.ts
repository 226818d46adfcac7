import i18next, { type FormatterModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from '@/locales/en.json'
import zh from '@/locales/zh-CN.json'
import { countWords } from './countWords.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export type Locale = 'zh-CN' | 'en'

export const LOCALES: readonly Locale[] = ['zh-CN', 'en']

/** The only format in our texts: a number with the word that fits it. */
const numberWords: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  // No value: the library leaves the place open, though its type does not say so.
  format: (value, forms) => countWords(value, forms) as string,
}

/** The words of the page, in one language at a time; `changeLanguage` redraws and keeps the job. */
export function createWords(locale: Locale): i18n {
  const words = i18next.createInstance()
  // Resources are in the bundle, so the words are there before this returns.
  void words
    .use(initReactI18next)
    .use(numberWords)
    .init({
      lng: locale,
      fallbackLng: false,
      initAsync: false,
      resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
      interpolation: { prefix: '{', suffix: '}', escapeValue: false },
      returnEmptyString: false,
    })
  return words
}
