/** A record that is read beside the one that is open: fetched and verified here as that one is, with its rows. */
import { language } from '../i18n'
import { services } from '../people/session'
import { verifyRecord, type VerifiedRecord } from '../verify/record'
import { readInspection, type Inspection } from './inspection'
import { readDocument } from './read_document'
import { buildRows, type RowSection } from './rows'

export interface OtherRecord {
  verified: VerifiedRecord
  inspection: Inspection
  sections: RowSection[]
}

export async function openOther(id: string): Promise<OtherRecord> {
  const { api, watch: log, trustLog, identity } = services()
  const verified = await verifyRecord(id, await api.record(id), { root: identity.root, rootKey: identity.rootKey, watch: log, trustLog })
  const inspection = readInspection(verified.current.line)
  const { checklist } = await readDocument(inspection.checklist.sha256, verified.checklist !== null, (hash) => api.file(hash))
  return { verified, inspection, sections: buildRows(inspection, verified.current.line.payload.files, checklist, language()) }
}
