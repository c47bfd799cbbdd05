/** A grant: one role, bound to region prefixes (GB/T 2260; "62" covers "620321") and, for enterprises, to named sites. */
export const kRoles = ['inspector', 'enterprise', 'supervisor', 'administrator', 'auditor'] as const
export type Role = (typeof kRoles)[number]

export interface Grant {
  role: Role
  regions: string[]
  sites: string[]
}

export function isRegion(code: string): boolean {
  return /^(\d\d){0,3}$/.test(code)
}

/** Null where one is malformed, or there is none: what cannot be read gives nothing at all. */
export function readGrants(value: unknown): Grant[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const grants = value.map(readGrant)
  return grants.every((g) => g !== null) ? grants : null
}

function readGrant(value: unknown): Grant | null {
  if (typeof value !== 'object' || value === null) return null
  const { role, regions = [], sites = [] } = value as Record<string, unknown>
  if (!kRoles.includes(role as Role) || !areTexts(regions) || !areTexts(sites) || !regions.every(isRegion)) return null
  return { role: role as Role, regions, sites }
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((v) => typeof v === 'string')
}

/** A prefix covers what lies under it; a grant without regions covers nothing. */
export function coversRegion(grant: Grant, region: string): boolean {
  return grant.regions.some((prefix) => region.startsWith(prefix))
}

/** An enterprise's grant covers its named sites only, and those only within its regions. */
export function coversPlace(grant: Grant, region: string, site: string): boolean {
  return coversRegion(grant, region) && (grant.role !== 'enterprise' || (site !== '' && grant.sites.includes(site)))
}

export function isSameGrant(a: Grant, b: Grant): boolean {
  const same = (x: string[], y: string[]) => x.every((t) => y.includes(t)) && y.every((t) => x.includes(t))
  return a.role === b.role && same(a.regions, b.regions) && same(a.sites, b.sites)
}

/** Whether every region of `grants` lies within what these grants administer. */
export function liesWithin(own: Grant[], grants: Grant[]): boolean {
  return grants.every((g) => g.regions.every((r) => own.some((o) => coversRegion(o, r))))
}

/** An enterprise that is given no region gets its inviter's: its right to a site ends where hers did. */
export function completeRegions(grants: Grant[], own: Grant[]): Grant[] {
  const regions = own.flatMap((g) => g.regions)
  return grants.map((g) => (g.role === 'enterprise' && g.regions.length === 0 ? { ...g, regions } : g))
}

/** Whose grants are for sites of an enterprise alone: not of the bureau. */
export function onlyEnterprise(grants: readonly Grant[]): boolean {
  return grants.length > 0 && grants.every((g) => g.role === 'enterprise')
}
