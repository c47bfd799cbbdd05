/** The two languages; the choice is remembered. Chinese unless the person chose otherwise. */
import { createI18n } from 'vue-i18n'
import { zh } from './zh'
import { en } from './en'

export type Language = 'zh' | 'en'
const kKept = 'plumbline-language'

function kept(): Language {
  try {
    return localStorage.getItem(kKept) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export const i18n = createI18n({ legacy: false, locale: kept(), fallbackLocale: 'zh', messages: { zh, en } })

export function language(): Language {
  return i18n.global.locale.value as Language
}

export function setLanguage(next: Language): void {
  i18n.global.locale.value = next
  try {
    localStorage.setItem(kKept, next)
  } catch {
    // Then it is only for this visit.
  }
  nameDocument()
}

export function nameDocument(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
  document.title = i18n.global.t('app.name')
}
