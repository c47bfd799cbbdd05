/** Who may author what, where: the table by which the server judges at ingest, and this page when it reads. */
export type Role = 'inspector' | 'enterprise' | 'supervisor' | 'administrator' | 'auditor'

export interface Grant {
  role: Role
  regions: string[]
  sites: string[]
}

interface Row {
  roles: Role[]
  /** The record's region must lie within the grant's. */
  regional: boolean
}

// The rows that this page judges; records of other families are not shown, hence not here.
const kAuthors: Record<string, Row> = {
  'invite.issued': { roles: ['administrator'], regional: false },
  'key.revoked': { roles: ['administrator'], regional: false },
  'checklist.published': { roles: ['administrator'], regional: false },
  'site.published': { roles: ['administrator'], regional: true },
  'inspection.submitted': { roles: ['inspector'], regional: true },
  'inspection.amended': { roles: ['inspector'], regional: true },
  'review.accepted': { roles: ['supervisor'], regional: true },
  'review.returned': { roles: ['supervisor'], regional: true },
}

export function readGrants(value: unknown): Grant[] {
  if (!Array.isArray(value)) return []
  const texts = (v: unknown) => (Array.isArray(v) ? v.filter((t): t is string => typeof t === 'string') : [])
  return value
    .filter((g): g is Record<string, unknown> => typeof g === 'object' && g !== null && typeof g.role === 'string')
    .map((g) => ({ role: g.role as Role, regions: texts(g.regions), sites: texts(g.sites) }))
}

/** A prefix covers what lies under it: 62 covers 620321. No region at all covers nothing. */
export function coversRegion(grant: Grant, region: string | undefined): boolean {
  return grant.regions.some((prefix) => (region ?? '').startsWith(prefix))
}

/** The grant by which a line of this type and region may be authored, or what is wanting. An unknown type is nobody's. */
export function findGrant(grants: Grant[], type: string, region?: string): { grant: Grant } | { fault: 'role' | 'region' } {
  const row = kAuthors[type]
  const ofRole = row ? grants.filter((g) => row.roles.includes(g.role)) : []
  if (!row || ofRole.length === 0) return { fault: 'role' }
  const grant = ofRole.find((g) => !row.regional || coversRegion(g, region))
  return grant ? { grant } : { fault: 'region' }
}

/** No administrator can give what lies outside her own regions. */
export function mayGive(issuer: Grant[], given: Grant[]): boolean {
  const own = issuer.filter((g) => g.role === 'administrator')
  return given.every((g) => g.regions.every((r) => own.some((o) => coversRegion(o, r))))
}
