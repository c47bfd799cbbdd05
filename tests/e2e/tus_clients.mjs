// Foreign clients of tus send files: tus-js-client from Node, and Uppy in Chromium. They know nothing of files by their
// hash, so that a file which is here already must look to them like any other; and a film of two gigabytes goes
// through in one PATCH, in little memory. What arrived is asked of the server's signed receipt.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'

const consoles = createRequire(join(top, 'sync-server/console/package.json'))
const tus = consoles('tus-js-client')
const folder = mkdtempSync(join(tmpdir(), 'plumb-tus-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`tus clients: ${text}`)
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')
let device, page

// Which of these the server holds, as it signs.
async function there(...hashes) {
  const nonce = randomBytes(16).toString('base64url')
  const { receipt } = await device.json('POST', '/v1/receipt', { body: JSON.stringify({ nonce, files: hashes }), headers: { 'Content-Type': 'application/json' } })
  const lines = receipt.split('\n')
  return Object.fromEntries(hashes.map((hash) => [hash, Number(lines.find((line) => line.startsWith(`${hash} `))?.slice(65) ?? -1)]))
}

// An upload by tus-js-client, and all that the server answered. No second try: what is refused is an error.
function uploading(data, sha256, more = {}) {
  const answers = []
  const upload = new tus.Upload(data, {
    endpoint: `${server.url}/v1/uploads`,
    headers: { Authorization: `Bearer ${device.token}` },
    metadata: { sha256, type: 'video/mp4' },
    retryDelays: null,
    storeFingerprintForResuming: false,
    httpStack: new tus.DefaultHttpStack({ rejectUnauthorized: false }),
    onAfterResponse: (request, answer) => void answers.push(`${request.getMethod()} ${answer.getStatus()}`),
    ...more,
  })
  const done = new Promise((resolve, reject) => Object.assign(upload.options, { onSuccess: resolve, onError: reject }))
  done.catch(() => {}) // waited for later
  return { upload, answers, done }
}
async function send(data, sha256, more) {
  const one = uploading(data, sha256, more)
  one.upload.start()
  await one.done
  return one.answers
}

// Until so much of an upload that is to be cut was answered.
async function answered(one, count) {
  for (const end = Date.now() + 30_000; one.answers.length < count; await new Promise((resolve) => setTimeout(resolve, 20))) assert.ok(Date.now() < end, `answered was ${one.answers.join(', ') || 'nothing'}`)
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  device = new LineAuthor(server.url)
  await device.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))

  const film = randomBytes(3_000_000)
  const name = hashOf(film)
  assert.deepEqual(await send(film, name, { chunkSize: 1_000_000 }), ['POST 201', 'PATCH 204', 'PATCH 204', 'PATCH 204'])
  assert.equal((await there(name))[name], film.length)
  step('a file in three pieces is there')

  assert.deepEqual(await send(film, name, { chunkSize: 1_000_000 }), ['POST 201', 'PATCH 204'], 'a file that is here ends with its first piece')
  const other = Buffer.from(film)
  other[10] ^= 1
  await assert.rejects(send(other, name), /460/, 'other bytes under its name are refused')
  assert.equal((await there(name))[name], film.length)
  step('a file that is here already looks like any other')

  const small = randomBytes(40_000)
  assert.deepEqual(await send(small, hashOf(small), { uploadDataDuringCreation: true }), ['POST 201'])
  assert.equal((await there(hashOf(small)))[hashOf(small)], small.length)
  step('a small file comes with its creation')

  const behind = randomBytes(50_000)
  assert.deepEqual(await send(behind, hashOf(behind), { overridePatchMethod: true }), ['POST 201', 'POST 204'])
  step('behind a proxy that takes no PATCH')

  // Cut after the first piece, gone on with from where it stood; and one that is given up for good.
  const cut = randomBytes(2_500_000)
  const first = uploading(cut, hashOf(cut), { chunkSize: 1_000_000, onChunkComplete: () => void first.upload.abort() })
  first.upload.start()
  await answered(first, 2)
  const { url } = first.upload
  assert.deepEqual(await send(cut, hashOf(cut), { uploadUrl: url, chunkSize: 1_000_000 }), ['HEAD 200', 'PATCH 204', 'PATCH 204'])
  assert.equal((await there(hashOf(cut)))[hashOf(cut)], cut.length)
  const dropped = randomBytes(2_500_000)
  const last = uploading(dropped, hashOf(dropped), { chunkSize: 1_000_000, onChunkComplete: () => void last.upload.abort() })
  last.upload.start()
  await answered(last, 2)
  await last.upload.abort(true)
  assert.equal(last.answers.at(-1), 'DELETE 204')
  assert.equal((await device.call('HEAD', new URL(last.upload.url).pathname, { headers: { 'Tus-Resumable': '1.0.0' } })).status, 404)
  step('one that was cut goes on, one that is ended is gone')

  const long = join(folder, 'film.mp4')
  const size = 2 * 1024 ** 3
  writeFileSync(long, randomBytes(1 << 20))
  truncateSync(long, size)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(long, { highWaterMark: 1 << 20 })) hash.update(piece)
  const longName = hash.digest('hex')
  assert.deepEqual(await send(createReadStream(long), longName), ['POST 201', 'PATCH 204'])
  assert.equal((await there(longName))[longName], size)
  const told = Number(/process_resident_memory_bytes (\d+)/.exec((await device.call('GET', '/metrics')).text)[1])
  assert.ok(told < 150 * 1024 ** 2, `the server takes ${told} bytes of memory behind a film of ${size}`)
  step(`a film of two gigabytes is there; the server's memory is at ${Math.round(told / 1024 ** 2)} MiB`)

  // Uppy in a browser, on a page of the server's own address.
  const { build } = consoles('esbuild')
  const bundle = await build({
    stdin: { contents: "import Uppy from '@uppy/core'; import Tus from '@uppy/tus'; Object.assign(window, { Uppy, Tus })", resolveDir: join(top, 'sync-server/console') },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  page = await ConsolePage.open(server.url)
  await page.context.route('**/uppy-page', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>${bundle.outputFiles[0].text.replaceAll('</script', '<\\/script')}</script>` }))
  const tab = await page.context.newPage()
  await tab.goto(`${server.url}/uppy-page`)
  const inBrowser = (text) =>
    tab.evaluate(
      async ({ token, text, sha256 }) => {
        const statuses = []
        const uppy = new window.Uppy({ autoProceed: false }).use(window.Tus, {
          endpoint: '/v1/uploads',
          headers: { Authorization: `Bearer ${token}` },
          allowedMetaFields: ['sha256', 'type'],
          retryDelays: null,
          storeFingerprintForResuming: false,
          onAfterResponse: (request, answer) => void statuses.push(`${request.getMethod()} ${answer.getStatus()}`),
        })
        uppy.addFile({ name: 'film.mp4', type: 'video/mp4', data: new Blob([text], { type: 'video/mp4' }), meta: { sha256 } })
        const { successful, failed } = await uppy.upload()
        return { successful: successful.length, failed: failed.map((one) => one.error), statuses }
      },
      { token: device.token, text, sha256: hashOf(text) },
    )
  const text = '一段录像'.repeat(50_000)
  for (const round of ['anew', 'again']) assert.deepEqual(await inBrowser(text), { successful: 1, failed: [], statuses: ['POST 201', 'PATCH 204'] }, round)
  assert.equal((await there(hashOf(text)))[hashOf(text)], Buffer.byteLength(text))
  step('Uppy sends a file, and the same file again')
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
