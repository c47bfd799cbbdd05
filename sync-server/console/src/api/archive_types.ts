/** The archive's index as PROTOCOL.md describes it. */
export interface ArchivedCase {
  /** The inspection's id. */
  case: string
  /** The record that filed it away, of which the index of its file is printed. */
  act: string
  index: number
  /** Of its first order. */
  number?: string
  year: string
  kind: string
  site: string
  site_name: string
  region: string
  checked: string
  findings: number
  archived: string
  by: string
  term: 'permanent' | '30' | '10'
  /** The last day of its term; null: for ever. */
  until: string | null
  /** Its term has passed. */
  due: boolean
}
