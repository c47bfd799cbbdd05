/** The language of a page that anybody opens: what its address says, else the browser's own. Nothing of it is kept. */
export type Language = 'zh' | 'en'

export function readLanguage(): Language {
  const said = new URLSearchParams(location.search).get('language') ?? navigator.language
  return said.startsWith('zh') ? 'zh' : 'en'
}

/** Puts it into the address, so that a link which is passed on opens in it. */
export function writeLanguage(language: Language): void {
  const query = new URLSearchParams(location.search)
  query.set('language', language)
  history.replaceState(null, '', `${location.pathname}?${query}${location.hash}`)
}
