/** Papers that were issued of a record, as they stand at it: the fold of shared/records/document/issued.h. Takes lines whose form was checked. */
import type { Payload } from '../line/line'

export interface IssuedDocument {
  /** Of the document.issued; its author's key; its place in the log. */
  id: string
  kid: string
  index: number
  at: string
  bytes: number
  says: { of: string; hash: string; paper: string; language: string; layout: string; pdf: string; number: string }
}

interface IssuedLine {
  kid: string
  index: number
  payload: Pick<Payload, 'id' | 'type' | 'at' | 'files' | 'body'>
}

/** With the next line taken in, in log order; the very same list where it changes nothing. */
export function foldIssued(documents: IssuedDocument[], { kid, index, payload }: IssuedLine): IssuedDocument[] {
  const { id, type, at, files = [], body } = payload
  if (type !== 'document.issued' && type !== 'document.filed') return documents
  const says = body as unknown as IssuedDocument['says']
  const file = files.find((f) => f.sha256 === says.pdf && f.role === 'paper')
  if (!file || documents.some((d) => d.says.pdf === says.pdf)) return documents
  return [...documents, { id, kid, index, at, bytes: file.size, says }]
}
