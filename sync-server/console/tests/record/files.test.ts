// What is shown of a record's files: a photo only under the marks that its line lays over it.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { sha256Hex } from '../../src/crypto/sha256'
import type { RecordFile } from '../../src/line/line'
import { i18n } from '../../src/i18n'
import { Problem } from '../../src/api/problem'

const held = new Map<string, Uint8Array<ArrayBuffer>>()
vi.mock('../../src/people/session', () => ({
  services: () => ({
    api: {
      file: async (hash: string) => {
        const bytes = held.get(hash)
        if (!bytes) throw new Problem(404, 'not_found', 'none')
        return bytes
      },
    },
  }),
  sayProblem: () => null,
}))

const { closeFiles, files, lookAt, openFiles, retryFile } = await import('../../src/record/files')
const { default: EvidenceTile } = await import('../../src/record/EvidenceTile.vue')
const { default: MarkedPhoto } = await import('../../src/record/MarkedPhoto.vue')

const text = (s: string) => new TextEncoder().encode(s) as Uint8Array<ArrayBuffer>
async function file(content: string, role: string, more: Partial<RecordFile> = {}): Promise<RecordFile> {
  const bytes = text(content)
  const sha256 = await sha256Hex(bytes)
  held.set(sha256, bytes)
  return { sha256, size: bytes.length, type: 'image/png', role, ...more }
}
const mosaic = '{"kind":"mosaic","points":[[1,1],[9000,9000]]}'
const layerOf = (photo: RecordFile, marks = mosaic) => file(`{"v":1,"of":"${photo.sha256}","marks":[${marks}]}`, 'marks', { type: 'application/vnd.plumb.marks+json', of: photo.sha256, ...(photo.item ? { item: photo.item } : {}) })
const opened = (...lines: RecordFile[][]) => openFiles(lines.map((named) => ({ named, wanted: named })))
const tile = (of: RecordFile) => renderToString(createSSRApp({ render: () => h(EvidenceTile, { file: of, name: 'x' }) }).use(i18n))

beforeEach(() => {
  closeFiles()
  held.clear()
})

describe('a receipt of a delivery', () => {
  it('is shown under its marks', async () => {
    const photo = await file('handed', 'receipt')
    const layer = await layerOf(photo)
    await opened([photo, layer])
    const look = lookAt(photo)
    expect(look.state).toBe('ok')
    expect(look.picture).toBe(files.byHash.get(photo.sha256)!.url)
    expect(look.marks!.map((m) => m.kind)).toEqual(['mosaic'])
    const html = await tile(photo)
    expect(html).toContain(look.picture!)
    expect(html).toContain('data-marks="1"')
  })
  it('is not seen before it is known where its marks lie', async () => {
    const photo = await file('handed', 'receipt')
    await opened([photo, await layerOf(photo)])
    const look = lookAt(photo)
    const html = await renderToString(createSSRApp({ render: () => h(MarkedPhoto, { url: look.picture!, marks: look.marks, alt: '' }) }))
    expect(html).toMatch(/visibility:\s*hidden/)
  })
  it('is told, and not shown, while its marks are not here', async () => {
    const photo = await file('handed', 'receipt')
    const layer = await layerOf(photo)
    const bytes = held.get(layer.sha256)!
    held.delete(layer.sha256)
    await opened([photo, layer])
    expect(lookAt(photo)).toEqual({ state: 'missing', picture: null, marks: null })
    const html = await tile(photo)
    expect(html).toContain('data-state="missing"')
    expect(html).not.toContain('<img')
    held.set(layer.sha256, bytes)
    await retryFile(photo)
    expect(lookAt(photo).marks).toHaveLength(1)
  })
  it.each([
    ['cannot be read', '{"v":1,"marks":[]}'],
    ['are another photo’s', `{"v":1,"of":"${'b'.repeat(64)}","marks":[${mosaic}]}`],
  ])('is not shown where its marks %s', async (_, content) => {
    const photo = await file('handed', 'receipt')
    const layer = await file(content, 'marks', { type: 'application/vnd.plumb.marks+json', of: photo.sha256 })
    await opened([photo, layer])
    expect(lookAt(photo)).toEqual({ state: 'unmarked', picture: null, marks: null })
    const html = await tile(photo)
    expect(html).toContain('data-state="unmarked"')
    expect(html).not.toContain('<img')
  })
  it('that is a document is saved as documents are', async () => {
    const receipt = await file('%PDF-1.4', 'receipt', { type: 'application/pdf' })
    await opened([receipt])
    expect(lookAt(receipt)).toEqual({ state: 'ok', picture: null, marks: null })
    expect(await tile(receipt)).toContain('download=')
  })
  it('that is not here is told', async () => {
    const photo = await file('handed', 'receipt')
    held.clear()
    await opened([photo])
    expect(lookAt(photo).state).toBe('missing')
    expect(await tile(photo)).not.toContain('<img')
  })
})

describe('one photo that two lines name', () => {
  it('lies under the marks of each', async () => {
    const evidence = await file('face', 'evidence', { item: '2.1' })
    const arrow = await layerOf(evidence, '{"kind":"arrow","points":[[1,1],[2,2]]}')
    const receipt = { ...evidence, role: 'receipt' }
    delete receipt.item
    const hidden = await layerOf(receipt)
    await opened([evidence, arrow], [receipt, hidden])
    expect(lookAt(evidence).marks!.map((m) => m.kind)).toEqual(['arrow'])
    expect(lookAt(receipt).marks!.map((m) => m.kind)).toEqual(['mosaic'])
  })
  it('lies under the same marks in both, as one file', async () => {
    const evidence = await file('face', 'evidence', { item: '2.1' })
    const layer = await layerOf(evidence)
    const receipt = { ...evidence, role: 'receipt', item: undefined }
    await opened([evidence, layer], [receipt, { ...layer, item: undefined }])
    expect(lookAt(receipt).marks).toHaveLength(1)
  })
  it('of a line that nobody opened is not shown by what another names', async () => {
    const evidence = await file('face', 'evidence', { item: '2.1' })
    await opened([evidence])
    expect(lookAt({ ...evidence, role: 'receipt' }).picture).toBeNull()
  })
})
