import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from '@/locales/en.json'
import zh from '@/locales/zh-CN.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export type Locale = 'zh-CN' | 'en'

export const LOCALES: readonly Locale[] = ['zh-CN', 'en']

/** The words of the page, in one language at a time; `changeLanguage` redraws and keeps the job. */
export function createWords(locale: Locale): i18n {
  const words = i18next.createInstance()
  // Resources are in the bundle, so the words are there before this returns.
  void words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    returnEmptyString: false,
  })
  return words
}
