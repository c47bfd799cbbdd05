// A paper that is issued: signed by the inspector and by the office, named by a record, and found good or changed by
// foreign programs (pdfsig, qpdf) as by plumb itself; the public page and the record's page know it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { unlock } from './app_inspector.mjs'
import { AppPerson } from './app_person.mjs'
import { LineAuthor } from './line_author.mjs'
import { PdfReaders } from './pdf_readers.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-issue-'))
const server = new Server(folder, await freePort())
const office = '示例市市场监督管理局'
const fact = (text) => console.log(`document_issue: ${text}`)
const sha256 = (content) => createHash('sha256').update(content).digest('hex')

try {
  const { enrol } = server.init('--office', office)
  server.more = ['--office', office]
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62'))
  people.sync('inspector')
  const photos = photoItems.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `p${n}.png`), 'label', n, 640, 480)}`])
  const answers = writeJson(join(folder, 'answers.json'), found)
  const record = plumb('inspect', ...at('inspector'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', answers, ...photos, '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人').id
  people.sync('inspector')
  people.sync('supervisor')
  plumb('review', ...at('supervisor'), record, '--accept', '--comment', '属实')
  people.sync('supervisor')
  new SecondReviewer(people).accept(record)
  people.sync('supervisor')

  // The inspector signs, the office signs the same paper and issues it.
  const first = join(folder, 'first.pdf'), issued = join(folder, 'issued.pdf')
  const order = ['--record', record, '--paper', 'inspection_record']
  assert.equal(plumb('pdf', 'sign', ...at('inspector'), ...order, '-o', first).signatures, 1)
  const said = plumb('issue', ...at('supervisor'), ...order, '--onto', first, '-o', issued)
  const pdf = readFileSync(issued)
  assert.equal(said.signatures, 2)
  assert.equal(said.delivered, true)
  assert.equal(said.sha256, sha256(pdf))
  assert.ok(pdf.subarray(0, readFileSync(first).length).equals(readFileSync(first)), 'the office added to what the inspector signed')
  fact(`two signatures, ${pdf.length} bytes, record ${said.id}`)

  // Foreign readers, which are given the authority that the root named.
  const ca = join(folder, 'ca.pem')
  assert.deepEqual(plumb('pdf', 'authority', ...at('inspector'), '-o', ca).authorities, [`${office} CA`])
  const readers = new PdfReaders(folder, ca)
  const seen = readers.signatures(issued)
  assert.equal(readers.good(issued), 2, seen)
  assert.match(seen, /检查员甲/)
  assert.match(seen, /审核员丁/)
  fact('pdfsig: both signatures valid, both certificates trusted; qpdf finds no fault')

  // plumb: the signatures under the root, and the record that names the file, by three ways.
  const verify = (file, ...more) => run('plumb', ['pdf', 'verify', file, ...more, '--json'])
  const good = (done) => {
    assert.equal(done.code, 0, done.out + done.err)
    const answer = JSON.parse(done.out)
    assert.equal(answer.good, true)
    return answer.checks.map((check) => check.check)
  }
  assert.deepEqual(good(verify(issued, '--root', server.root)), ['signature', 'signature'])
  people.sync('inspector')
  assert.deepEqual(good(verify(issued, ...at('inspector'))), ['signature', 'signature', 'record'])
  const bundle = join(folder, 'issued.bundle')
  plumb('export', ...at('supervisor'), '--record', said.id, '-o', bundle)
  assert.deepEqual(good(verify(issued, '--root', server.root, '--bundle', bundle)), ['signature', 'signature', 'record'])
  const pin = new URL(enrol).searchParams.get('p')
  assert.deepEqual(good(verify(issued, '--root', server.root, '--server', server.url, '--pin', pin)), ['signature', 'signature', 'record'])
  fact('plumb pdf verify: from the root alone, by a store, by a bundle, by the server')

  // One byte, and bytes behind the end; a root of somebody else; a paper that no record names.
  const told = (done) => {
    assert.equal(done.code, 1, done.out + done.err)
    return JSON.parse(done.out).reason
  }
  const changed = join(folder, 'changed.pdf')
  const bytes = Buffer.from(pdf)
  const place = bytes.indexOf('/Producer') > 0 ? bytes.indexOf('/Producer') + 1 : 2000
  bytes[place] ^= 1
  writeFileSync(changed, bytes)
  assert.ok(told(verify(changed, '--root', server.root)))
  assert.doesNotMatch(readers.signatures(changed), /Signature is Valid/, 'pdfsig sees it, too')
  writeFileSync(changed, Buffer.concat([pdf, Buffer.from('\n% more\n')]))
  assert.match(told(verify(changed, '--root', server.root)), /added to the file after it was signed/)
  assert.match(told(verify(issued, '--root', 'A'.repeat(43))), /certified/)
  assert.match(told(verify(first, ...at('supervisor'))), /no record on this device names this very file/)
  fact('a changed byte, added bytes, a foreign root and an unnamed paper are told, with exit code 1')

  // What is not this record's paper is not issued.
  const refused = (...words) => {
    const done = run('plumb', [...words, '--json'])
    assert.equal(done.code, 1, done.out)
    return JSON.parse(done.err).error
  }
  const out = ['-o', join(folder, 'none.pdf')]
  assert.equal(refused('issue', ...at('supervisor'), '--record', record, '--paper', 'score_sheet', '--onto', first, ...out).code, 'paper_differs')
  assert.equal(refused('issue', ...at('supervisor'), ...order, '--onto', issued, ...out).code, 'signed_already')
  assert.equal(refused('issue', ...at('inspector'), '--record', record, '--paper', 'none', ...out).code, 'no_paper')

  // The pages that show a record know the paper.
  const reader = new LineAuthor(server.url)
  await reader.enrol(people.invite('审核员丁', 'supervisor', '--region', '62'))
  const answer = JSON.parse((await reader.call('GET', `/v1/query/records/${record}`)).text)
  assert.equal(answer.documents.length, 1)
  const hash = people.show('supervisor', record).hash
  const open = JSON.parse((await reader.call('GET', `/v1/public/records/${hash.slice(0, 32)}`)).text)
  assert.deepEqual(open.issued.map(({ paper, language, pdf }) => ({ paper, language, pdf })), [{ paper: 'inspection_record', language: 'zh', pdf: said.sha256 }])
  assert.equal((await reader.call('GET', `/v1/public/papers/${sha256('none')}`)).status, 404)
  const file = await reader.call('GET', `/v1/files/${said.sha256}`)
  assert.ok(file.bytes.equals(pdf), 'whoever may read the record gets the signed file')
  fact('the record\'s page and the public page name the issued paper')

  // The tablet issues another paper of it: her own document key, the PIN, and a record that names the file.
  const tablet = new AppPerson(people, folder, 'inspector', options.pictures)
  await tablet.work([{ tap: 'navRecords' }, { tap: 'record0' }, { tap: 'papers' }, { wait: 'paperPage0' }, { wait: 'paperIssueHint', contains: '不能合订' },
    { tap: 'paper2' }, { wait: 'paperIssueHint', contains: '文书密钥' }, { screenshot: 'app-issue.png' }, { tap: 'paperIssue' }, ...unlock, { wait: 'paperIssued', contains: '签发的那一份' }, { screenshot: 'app-issued.png' }])
  await tablet.sync()
  const [byTablet] = people.list('inspector', 'document.issued').records.map(({ id }) => people.show('inspector', id).payload).filter(({ body }) => body.paper === 'score_sheet')
  assert.equal(byTablet.body.of, record)
  const sheet = await reader.call('GET', `/v1/files/${byTablet.body.pdf}`)
  const sheetFile = join(folder, 'sheet.pdf')
  writeFileSync(sheetFile, sheet.bytes)
  assert.equal(sha256(sheet.bytes), byTablet.body.pdf)
  assert.equal(readers.good(sheetFile), 1, readers.signatures(sheetFile))
  people.sync('inspector')
  assert.deepEqual(good(verify(sheetFile, ...at('inspector'))), ['signature', 'record'])
  // Where the server cannot be asked, nothing is issued, and it is said.
  await server.stop()
  await tablet.work([{ tap: 'navRecords' }, { tap: 'record0' }, { tap: 'papers' }, { wait: 'paperPage0' }, { tap: 'paper3' }, { wait: 'paperIssueHint', contains: '文书密钥' }, { tap: 'paperIssue' }, ...unlock, { wait: 'paperIssueProblem' }, { screenshot: 'app-issue-offline.png' }])
  fact('the tablet issues a paper, which foreign readers find good; offline it says why not')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
