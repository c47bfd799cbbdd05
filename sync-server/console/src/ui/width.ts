/**
 * How much room there is. Below kNarrow the page is one column: the list, then a record, then its authenticity, each with a
 * way back. Styles ask for it by the class on the root element, so that the number stands here alone.
 */
import { readonly, ref } from 'vue'

const kNarrow = 920

const current = ref(false)
export const narrow = readonly(current)

export function watchWidth(): void {
  const slim = matchMedia(`(max-width: ${kNarrow - 0.02}px)`)
  const touch = matchMedia('(pointer: coarse)')
  const read = () => {
    current.value = slim.matches
    document.documentElement.classList.toggle('narrow', slim.matches)
    // Fingers need larger targets, and so does whoever holds a narrow page.
    document.documentElement.classList.toggle('touch', slim.matches || touch.matches)
  }
  slim.addEventListener('change', read)
  touch.addEventListener('change', read)
  read()
}
