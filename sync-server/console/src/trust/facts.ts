/**
 * What believed lines have established, and rights are judged against: where a site lies as it was published, what a
 * record is as its first line says. A line's own word about its place is compared with these.
 */
import type { Payload } from '../line/line'
import { recordType } from './record_types'

/** A place in the log; null: not in the log yet, after all that is. */
export type LogPlace = number | null

export function isBefore(a: number, b: LogPlace): boolean {
  return b === null || a < b
}

export interface Publication {
  index: number
  /** As the line states it; of a site its own one. */
  region: string
  kid: string
}

export interface RecordFact {
  site: string
  region: string
  kid: string
  /** The id of the person whose key that is. */
  person: string
}

export function publishedId(payload: Payload): string {
  return typeof payload.body.id === 'string' ? payload.body.id : ''
}

export class Facts {
  private readonly published = new Map<string, Publication[]>()
  private readonly records = new Map<string, RecordFact>()

  /** Takes in a line that is believed. Lines come in log order. */
  add(payload: Payload, index: number, author: { kid: string; person: string }): void {
    const { type, id, site = '', region = '' } = payload
    if (recordType(type).place === 'publication') {
      const key = keyOf(type, publishedId(payload))
      this.published.set(key, [...(this.published.get(key) ?? []), { index, region, kid: author.kid }])
    }
    if (!this.records.has(id)) this.records.set(id, { site, region, ...author })
  }

  /** Every believed publication of this id before `place`, in log order. */
  publications(type: string, id: string, place: LogPlace): Publication[] {
    return (this.published.get(keyOf(type, id)) ?? []).filter((p) => isBefore(p.index, place))
  }

  /** The first believed line under this id. */
  record(id: string): RecordFact | undefined {
    return this.records.get(id)
  }
}

function keyOf(type: string, id: string): string {
  return `${type} ${id}`
}
