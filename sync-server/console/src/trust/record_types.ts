/** The one table of record types: the server's and the tablets' own file, nothing is copied by hand. */
import table from '../../../../shared/domain/record_types.json'
import { kRoles, type Role } from './grants'

export type PlaceRule = 'trust' | 'log' | 'publication' | 'site' | 'record' | 'region' | 'any'

export interface RecordType {
  family: string
  authors: readonly Role[]
  place: PlaceRule
  /** Of a line that speaks of another record: only the key that signed that one, or only another person. */
  by?: 'author' | 'another'
}

export const kRecordTypes = new Map(Object.entries(table.types as Record<string, RecordType>))

/** Kept and passed on: every enrolled key may write one within its own regions. */
const kUnknown: RecordType = { family: 'unknown', authors: kRoles, place: 'any' }

export function recordType(type: string): RecordType {
  return kRecordTypes.get(type) ?? kUnknown
}

export function isTrustType(type: string): boolean {
  return recordType(type).family === 'trust'
}
