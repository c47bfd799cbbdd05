/**
 * What the address of the page says, in the fragment, which a browser sends to nobody: `#p=` the thumbprint of a
 * device's key (an inspector's credential), `#s=` a site, `#g=` a programme, `#code` looking up what became of one.
 */
export type Asked = { page: 'form'; about: { kind: 'person' | 'site' | 'programme'; key: string } | null } | { page: 'code' }

const kKinds = { p: 'person', s: 'site', g: 'programme' } as const
const kLongest = 100

export function readAddress(fragment: string): Asked {
  const said = fragment.replace(/^#/, '')
  if (said === 'code') return { page: 'code' }
  const [, letter, encoded = ''] = /^([psg])=(.+)$/.exec(said) ?? []
  if (!letter) return { page: 'form', about: null }
  try {
    const key = decodeURIComponent(encoded)
    if (key.length > kLongest) return { page: 'form', about: null }
    return { page: 'form', about: { kind: kKinds[letter as keyof typeof kKinds], key } }
  } catch {
    return { page: 'form', about: null }
  }
}
