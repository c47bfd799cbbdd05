/**
 * Reads the members of a record's body and keeps the paths of those that are not as they have to be, as
 * shared/records/body_reader.h does. Members that nobody asks for are none of its business.
 */
import { readDay } from '../base/day'
import { readInstant } from '../line/clock'

export type Json = Record<string, unknown>
export type Rule = (r: Reader) => void

const kHash = /^[0-9a-f]{64}$/
const kUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)

export class Reader {
  constructor(
    readonly members: Json,
    readonly path = 'body',
    readonly faults: string[] = [],
  ) {}

  must(name: string, good: (v: unknown) => boolean): void {
    if (!good(this.members[name])) this.faults.push(`${this.path}.${name}`)
  }
  may(name: string, good: (v: unknown) => boolean): void {
    if (Object.hasOwn(this.members, name)) this.must(name, good)
  }
  within(name: string, rule: Rule): void {
    const inner = this.members[name]
    if (isObject(inner)) rule(new Reader(inner, `${this.path}.${name}`, this.faults))
    else this.faults.push(`${this.path}.${name}`)
  }
  /** Says that a member is not as it has to be for a reason that no single type knows. */
  fault(name: string): void {
    this.faults.push(`${this.path}.${name}`)
  }
  withinIf(name: string, rule: Rule): void {
    if (Object.hasOwn(this.members, name)) this.within(name, rule)
  }
  each(name: string, rule: Rule): void {
    const list = this.members[name]
    if (list === undefined) return
    if (!Array.isArray(list)) this.faults.push(`${this.path}.${name}`)
    else list.forEach((entry: unknown, i) => (isObject(entry) ? rule(new Reader(entry, `${this.path}.${name}[${i}]`, this.faults)) : this.faults.push(`${this.path}.${name}[${i}]`)))
  }
}

export const text = (v: unknown) => typeof v === 'string'
export const said = (v: unknown) => text(v) && v !== ''
export const whole = (v: unknown) => Number.isSafeInteger(v)
export const hash = (v: unknown) => text(v) && kHash.test(v as string)
export const recordId = (v: unknown) => text(v) && kUuid.test(v as string)
export const instant = (v: unknown) => readInstant(v) !== null
export const texts = (v: unknown) => Array.isArray(v) && v.every(text)
/** A day that exists, as "2026-11-22". */
export const day = (v: unknown) => text(v) && readDay(v as string) !== null
export const flag = (v: unknown) => typeof v === 'boolean'
export const hashes = (v: unknown) => Array.isArray(v) && v.every(hash)
export const among = (names: readonly string[]) => (v: unknown) => names.includes(v as string)
export const textsByName = (v: unknown) => isObject(v) && Object.values(v).every(text)
export const degrees = (most: number) => (v: unknown) => typeof v === 'number' && Math.abs(v) <= most
