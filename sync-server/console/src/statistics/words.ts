/** Texts by language, as the log states them. */
import { language } from '../i18n'

export function inLanguage(texts: Record<string, string>): string {
  return texts[language()] ?? texts.zh ?? Object.values(texts)[0] ?? ''
}
