/** What the system says, light or dark, told on the root element, where tokens.css looks. Of public pages that is all there is to it. */
export type Look = 'light' | 'dark'

/** `chosen`: what a person asked for instead; null: nothing. */
export function followSystem(chosen: () => Look | null = () => null): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const show = () => (document.documentElement.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light'))
  system.addEventListener('change', show)
  show()
  return show
}
