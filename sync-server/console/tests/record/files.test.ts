// What is shown of a record's files: a photo only under the marks that its line lays over it.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { sha256Hex } from '../../src/crypto/sha256'
import type { RecordFile } from '../../src/line/line'
import { i18n } from '../../src/i18n'
import { Problem } from '../../src/api/problem'

const held = new Map<string, Uint8Array<ArrayBuffer>>()
/** Small pictures that the server has made; what was asked of it. */
const smaller = new Map<string, string>()
const asked: string[] = []
let away = false
vi.mock('../../src/people/session', () => ({
  services: () => ({
    api: {
      smallPicture: async (hash: string, side: number) => {
        asked.push(`${hash.slice(0, 6)} ${side}`)
        if (!held.has(hash)) throw new Problem(404, 'file_unknown', 'none')
        const made = smaller.get(`${hash} ${side}`)
        return made === undefined ? null : text(made)
      },
      file: async (hash: string) => {
        asked.push(`${hash.slice(0, 6)} whole`)
        if (away) throw new Problem(503, 'busy', 'away')
        const bytes = held.get(hash)
        if (!bytes) throw new Problem(404, 'not_found', 'none')
        return bytes
      },
    },
  }),
  sayProblem: () => null,
}))

const { closeFiles, fetchOriginals, fetchScreen, files, kWholeAtOnce, lookAt, openFiles, retryFile, unchecked } = await import('../../src/record/files')
const { filesCheck } = await import('../../src/record/open_record')
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
  smaller.clear()
  asked.length = 0
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

describe('a large photo', () => {
  const large = (name: string, more: Partial<RecordFile> = {}) => file(name + 'x'.repeat(kWholeAtOnce), 'evidence', { type: 'image/jpeg', ...more })
  async function seenSmall(name: string, more: Partial<RecordFile> = {}): Promise<RecordFile> {
    const photo = await large(name, more)
    smaller.set(`${photo.sha256} 320`, 'a tile')
    smaller.set(`${photo.sha256} 1600`, 'a screen')
    return photo
  }

  it('is seen as the small picture that the server made, and not called checked', async () => {
    const photo = await seenSmall('one')
    await opened([photo])
    expect(lookAt(photo)).toMatchObject({ state: 'small', picture: files.byHash.get(photo.sha256)!.small })
    expect(asked).toEqual([`${photo.sha256.slice(0, 6)} 320`])
    expect(unchecked()).toEqual([photo])
    const html = await tile(photo)
    expect(html).toContain('data-state="small"')
    expect(html).not.toContain('class="mark ok"')
    await fetchScreen(photo)
    expect(lookAt(photo).picture).toBe(files.byHash.get(photo.sha256)!.screen)
    expect(lookAt(photo).state).toBe('small')
  })

  it('is checked once its original is asked for', async () => {
    const [one, two] = [await seenSmall('one'), await seenSmall('two')]
    await opened([one, two])
    await fetchOriginals(one)
    expect(lookAt(one)).toMatchObject({ state: 'ok', picture: files.byHash.get(one.sha256)!.url })
    expect(lookAt(two).state).toBe('small')
    await fetchOriginals()
    expect(lookAt(two).state).toBe('ok')
    expect(unchecked()).toEqual([])
  })

  it('is waited for from the moment its original is asked for, and asked for once', async () => {
    const photos = await Promise.all(['one', 'two', 'three', 'four', 'five'].map((name) => seenSmall(name)))
    await opened(photos)
    expect(filesCheck()).toMatchObject({ state: 'unknown', say: 'files.small' })
    const under = [fetchOriginals(), fetchOriginals(photos[4]), fetchOriginals()]
    expect(photos.every((photo) => files.byHash.get(photo.sha256)!.fetching)).toBe(true)
    expect(filesCheck()).toMatchObject({ state: 'wait', args: { good: 0, total: 5 } })
    await Promise.all(under)
    expect(filesCheck()).toMatchObject({ state: 'ok', args: { good: 5, total: 5 } })
    expect(asked.filter((one) => one.endsWith(' whole'))).toHaveLength(5)
  })

  it('is not shown any more once its original is another', async () => {
    const photo = await seenSmall('one')
    await opened([photo])
    held.set(photo.sha256, text('another'))
    await fetchOriginals(photo)
    expect(lookAt(photo)).toMatchObject({ state: 'bad', picture: null })
  })

  it('stays seen small where the original does not come, and can be asked for again', async () => {
    const photo = await seenSmall('one')
    await opened([photo])
    away = true
    await fetchOriginals(photo)
    expect(lookAt(photo).state).toBe('small')
    expect(files.byHash.get(photo.sha256)).toMatchObject({ fetching: false, detail: 'away' })
    away = false
    await fetchOriginals(photo)
    expect(lookAt(photo).state).toBe('ok')
  })

  it('comes whole where the server makes no small ones', async () => {
    const [none, gif] = [await large('none'), await large('gif', { type: 'image/gif' })]
    await opened([none, gif])
    expect(lookAt(none).state).toBe('ok')
    expect(lookAt(gif).state).toBe('ok')
    expect(asked).not.toContain(`${gif.sha256.slice(0, 6)} 320`)
  })

  it('is not shown without its marks, small as it may be', async () => {
    const photo = await seenSmall('marked', { item: 'a' })
    const layer = await layerOf(photo)
    await opened([photo, layer])
    expect(lookAt(photo)).toMatchObject({ state: 'small' })
    expect(lookAt(photo).marks!.map((m) => m.kind)).toEqual(['mosaic'])
    closeFiles()
    held.delete(layer.sha256)
    await opened([photo, layer])
    expect(lookAt(photo).picture).toBeNull()
  })

  it('of a HEIC is that of the picture beside it', async () => {
    const heic = await large('heic', { type: 'image/heic', item: 'a' })
    const beside = await seenSmall('shown', { role: 'shown', of: heic.sha256, item: 'a' })
    await opened([heic, { ...beside, role: 'shown' }])
    expect(lookAt(heic)).toMatchObject({ state: 'small', picture: files.byHash.get(beside.sha256)!.small })
    expect(asked).toEqual([`${beside.sha256.slice(0, 6)} 320`])
    await fetchOriginals(heic)
    expect(lookAt(heic)).toMatchObject({ state: 'ok', picture: files.byHash.get(beside.sha256)!.url })
  })

  it('of a HEIC is checked where the picture beside it is small enough to come whole, and the original is not called so', async () => {
    const heic = await large('heic', { type: 'image/heic', item: 'a' })
    const beside = await file('shown', 'shown', { type: 'image/jpeg', of: heic.sha256, item: 'a' })
    await opened([heic, beside])
    expect(lookAt(heic)).toMatchObject({ state: 'beside', picture: files.byHash.get(beside.sha256)!.url })
    expect(await tile(heic)).not.toContain('class="mark ok"')
    expect(unchecked()).toEqual([heic])
    await fetchOriginals(heic)
    expect(lookAt(heic).state).toBe('ok')
  })

  it('of a HEIC comes itself where the picture beside it does not', async () => {
    const heic = await large('heic', { type: 'image/heic', item: 'a' })
    const beside = await file('shown', 'shown', { type: 'image/jpeg', of: heic.sha256, item: 'a' })
    held.delete(beside.sha256)
    await opened([heic, beside])
    expect(lookAt(heic)).toMatchObject({ state: 'ok', picture: null })
    expect(await tile(heic)).toContain('download=')
  })

  it('that has not arrived yet is told to be missing', async () => {
    const photo = await large('gone')
    held.delete(photo.sha256)
    await opened([photo])
    expect(lookAt(photo).state).toBe('missing')
  })
})
