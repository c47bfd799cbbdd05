/**
 * Which rows of a long list stand in the page. Only those in sight and a few around them are there; before and after them
 * stands empty space of the height that the others have, as measured when they were last shown, or guessed before.
 */
export class RowWindow {
  private ids: string[] = []
  private readonly heights = new Map<string, number>()
  private tops: number[] = [0] // of each row, and the end of the last
  private guess: number

  constructor(guess: number) {
    this.guess = guess
  }

  /** The rows, in order. What was measured of a row stays with it. */
  set(ids: string[]): void {
    this.ids = ids
    if (this.heights.size > 2 * ids.length + 100) {
      const still = new Set(ids)
      for (const id of this.heights.keys()) if (!still.has(id)) this.heights.delete(id)
    }
    this.lay()
  }

  /** True where the list is laid out differently now. */
  measured(sizes: Iterable<[id: string, height: number]>): boolean {
    let changed = false
    for (const [id, height] of sizes) {
      if (height <= 0 || Math.abs((this.heights.get(id) ?? 0) - height) < 0.5) continue
      this.heights.set(id, height)
      changed = true
    }
    if (changed) {
      // Rows that were never shown are like those that were.
      let sum = 0
      for (const height of this.heights.values()) sum += height
      this.guess = sum / this.heights.size
      this.lay()
    }
    return changed
  }

  top(at: number): number {
    return this.tops[Math.max(0, Math.min(at, this.ids.length))]!
  }

  get total(): number {
    return this.tops[this.ids.length]!
  }

  /** From the first row to the one after the last that `scroll` to `scroll + height` needs, with `spare` rows around. */
  range(scroll: number, height: number, spare: number): { from: number; to: number } {
    const from = this.at(scroll)
    const to = this.at(scroll + height) + 1
    return { from: Math.max(0, from - spare), to: Math.min(this.ids.length, to + spare) }
  }

  /** Where to scroll so that the row is in sight, from where one is; moves no more than needed. */
  reach(at: number, scroll: number, height: number): number {
    const [top, end] = [this.top(at), this.top(at + 1)]
    if (top < scroll) return top
    return end > scroll + height ? end - height : scroll
  }

  /** The row at a height; the last one below the end. */
  private at(y: number): number {
    let [low, high] = [0, Math.max(0, this.ids.length - 1)]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.tops[middle]! <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  private lay(): void {
    const tops = new Array<number>(this.ids.length + 1)
    tops[0] = 0
    for (let i = 0; i < this.ids.length; ++i) tops[i + 1] = tops[i]! + (this.heights.get(this.ids[i]!) ?? this.guess)
    this.tops = tops
  }
}
