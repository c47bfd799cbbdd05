/** A part of the page that is fetched when it is first shown; where it cannot be, that is said in its place. */
import { defineAsyncComponent, type Component } from 'vue'
import NotLoaded from './NotLoaded.vue'

export function later<T extends Component>(loader: () => Promise<{ default: T }>): T {
  return defineAsyncComponent({ loader: async () => (await loader()).default, errorComponent: NotLoaded, delay: 0 }) as unknown as T
}
