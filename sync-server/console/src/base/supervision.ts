/**
 * Under which of the four kinds of supervision a failed item falls, by the class of the standards that it cites: the rule of
 * shared/domain/supervision.h and records/rectification/item_supervision.h, held to tests/unit/domain/cases/supervision.json.
 */
export const kSupervisions = ['enforcement', 'improvement', 'association', 'declaration'] as const
export type Supervision = (typeof kSupervisions)[number]

const kTail = String.raw` ?\d{1,6}(\.\d{1,3}){0,2}`
const kYear = String.raw`(-(\d{4}|\d{2}))?$`
const kAssociation = new RegExp(String.raw`^T\/[A-Z][A-Z0-9]{1,11}${kTail}[A-Z]?${kYear}`)
const kEnterprise = new RegExp(String.raw`^Q\/[A-Z0-9\u4e00-\u9fa5]{1,20}${kTail}[A-Z]?${kYear}`)
/** Standards of which a clause may be mandatory: national ones that are not recommended, and food-safety ones of a province. */
const kMayBind = new RegExp(String.raw`^(GB|DBS\d{2}\/?)${kTail}${kYear}`)
const kOther = new RegExp(String.raw`^(GB\/[TZ]|DB(\d{4}|\d{2})(\/[TZ])?|[A-Z]{2}(\/[TZ])?)${kTail}${kYear}`)

function plain(ref: string): string {
  return ref.replace(/[—–－−]/g, '-').replace(/[∕／]/g, '/').toUpperCase().replace(/\s*([/-])\s*/g, '$1').replace(/\s+/g, ' ').trim()
}

export function supervisionOf(ref: string, mandatory: boolean): Supervision {
  const number = plain(ref)
  if (kAssociation.test(number)) return 'association'
  if (kEnterprise.test(number)) return 'declaration'
  const can = kMayBind.test(number) || !kOther.test(number)
  return mandatory && can ? 'enforcement' : 'improvement'
}

/** The strongest of the clauses; improvement where none is cited. */
export function itemSupervision(standards: { ref: string; force: string }[]): Supervision {
  const kinds = standards.map((s) => supervisionOf(s.ref, s.force === 'mandatory'))
  return kSupervisions.find((kind) => kinds.includes(kind)) ?? 'improvement'
}
