/** Whether two values of JSON say the same, in whatever order their members stand. Pure. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = Object.keys(x)
  return names.length === Object.keys(y).length && names.every((name) => Object.hasOwn(y, name) && sameJson(x[name], y[name]))
}
