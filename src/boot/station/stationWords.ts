import en from '@/locales/en.json' with { type: 'json' }
import zh from '@/locales/zh-CN.json' with { type: 'json' }

export type HostWord = keyof typeof en.host

/** A line for the terminal, in the language asked for, else that of the computer; `{name}` is filled
 *  from params. */
export function hostWord(
  key: HostWord,
  lang: 'zh-CN' | 'en' | undefined,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const chosen =
    lang ?? (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en')
  const text = (chosen === 'en' ? en : zh).host[key]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
