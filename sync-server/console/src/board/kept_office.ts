/** What a person wrote of her own office in the last order: every order of hers says the same. */
const kKept = 'plumbline-office'

export interface Office {
  office: string
  contact: string
  remedies: string
}

export function keptOffice(): Partial<Office> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(kKept) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (Object.fromEntries(Object.entries(kept).filter(([, v]) => typeof v === 'string')) as Partial<Office>) : {}
  } catch {
    return {}
  }
}

export function keepOffice({ office, contact, remedies }: Office): void {
  try {
    localStorage.setItem(kKept, JSON.stringify({ office, contact, remedies }))
  } catch {
    // Then she writes it again.
  }
}
