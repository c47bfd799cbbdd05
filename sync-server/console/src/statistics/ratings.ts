/** How enterprises rated visits, as the server tells it: batches of ten and more alone. */
import { reactive } from 'vue'
import type { RatingsAnswer, RatingTexts } from '../api/voice_types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'

const kPage = 20

export const ratings = reactive({ answer: null as RatingsAnswer | null, texts: [] as RatingTexts[], next: null as string | null, said: null as Said | null })

let turn = 0
export async function loadRatings(year: string, region: string): Promise<void> {
  const mine = ++turn
  try {
    const [answer, texts] = await Promise.all([services().api.ratings(year, region), services().api.ratingTexts(region, null, kPage)])
    if (mine === turn) Object.assign(ratings, { answer, texts: texts.items, next: texts.next, said: null })
  } catch (e) {
    if (mine === turn) ratings.said = sayProblem(e)
  }
}

export async function moreTexts(region: string): Promise<void> {
  const mine = turn
  try {
    const texts = await services().api.ratingTexts(region, ratings.next, kPage)
    if (mine === turn) Object.assign(ratings, { texts: [...ratings.texts, ...texts.items], next: texts.next })
  } catch (e) {
    if (mine === turn) ratings.said = sayProblem(e)
  }
}

/** Thousandths with two decimals: "4.32". Rounded half up. */
export function hundredths(thousandths: number): string {
  const n = Math.floor((thousandths + 5) / 10)
  return `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`
}
