/**
 * What a field of choices offers. `also`: what else it is found by, shown beside it; `found`: what it is found by and that
 * nobody reads; `deeper`: it stands under the one before. Pure.
 */
export interface Choice {
  value: string
  label: string
  also?: string
  found?: string
  deeper?: boolean
}

/** More than anybody goes through without a word to search by, and few enough to stand at once. */
export const kChoicesShown = 100

/** As somebody types it: small letters, no marks over them, no apostrophes ("maqen" for Maqên). */
const plain = (text: string) => text.normalize('NFD').replace(/['’\u0300-\u036f]/g, '').toLowerCase()

/** Those that hold every word of the text; first what is named so, then what begins so, then what holds it as it was typed. */
export function choicesFound(choices: readonly Choice[], text: string): Choice[] {
  const wanted = plain(text).trim()
  if (wanted === '') return [...choices]
  const words = wanted.split(/\s+/)
  const rank = (label: string, also: string) => (label === wanted || also === wanted ? 0 : label.startsWith(wanted) || also.startsWith(wanted) || label.endsWith(wanted) ? 1 : label.includes(wanted) ? 2 : 3)
  const found = choices.flatMap((choice) => {
    const [label, also] = [plain(choice.label), plain(choice.also ?? '')]
    const all = `${label} ${also} ${plain(choice.found ?? '')}`
    return words.every((word) => all.includes(word)) ? [{ choice, rank: rank(label, also) }] : []
  })
  return found.sort((a, b) => a.rank - b.rank).map((one) => one.choice)
}
