/** Light or dark: as the system says, unless this browser's person chose otherwise; every tab at once. */
import { readonly, ref } from 'vue'
import { followSystem } from './system_theme'

export const kThemes = ['system', 'light', 'dark'] as const
export type Theme = (typeof kThemes)[number]
const kKept = 'plumbline-theme'

function kept(): Theme {
  try {
    const said = localStorage.getItem(kKept)
    return kThemes.find((theme) => theme === said) ?? 'system'
  } catch {
    return 'system'
  }
}

const current = ref<Theme>('system')
export const theme = readonly(current)
let show = () => {}

export function watchTheme(): void {
  current.value = kept()
  show = followSystem(() => (current.value === 'system' ? null : current.value))
  addEventListener('storage', (e) => {
    if (e.key !== kKept && e.key !== null) return
    current.value = kept()
    show()
  })
}

export function setTheme(next: Theme): void {
  current.value = next
  try {
    localStorage.setItem(kKept, next)
  } catch {
    // Then it is only for this visit.
  }
  show()
}
