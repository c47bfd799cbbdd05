// The papers of an inspection and of its order, printed by plumb from what a tablet pulled, read by foreign programs:
// poppler says what stands on them and in which fonts, qpdf finds no fault in them.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { LineAuthor } from './line_author.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-papers-'))
const server = new Server(folder, await freePort())
const site = 'yongchang-veg'
const fact = (text) => console.log(`papers: ${text}`)
const foreign = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' })

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')

  const photos = photoItems.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `p${n}.png`), 'label', n, 640, 480)}`])
  const answers = writeJson(join(folder, 'answers.json'), found)
  const inspection = plumb('inspect', ...at('inspector'), '--checklist', '6a', '--site', site, '--answers', answers, ...photos, '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人').id
  people.sync('inspector')

  const printBy = (who, id, name, ...more) => {
    const out = join(folder, name)
    const said = plumb('print', ...at(who), '--record', id, '-o', out, ...more, '--json')
    foreign('qpdf', '--check', out)
    return { out, said, text: foreign('pdftotext', '-layout', out, '-') }
  }
  const print = (id, name, ...more) => printBy('inspector', id, name, ...more)
  const whole = print(inspection, 'whole.pdf', '--office', '示例市市场监督管理局', '--verify', 'https://example.invalid/verify/')
  const missing = (text, words) => words.filter((word) => !text.includes(word))
  assert.deepEqual(missing(whole.text, ['示例市市场监督管理局', '现场检查记录', '评分表', '证据页', '永昌县设施蔬菜标准化示范区', '检查员甲', '合计', '责令整改，', '村委会见证人', '以下空白', '已收入公开日志']), [])
  assert.match(whole.text, new RegExp(`第 ?1 ?页 ?共 ?${whole.said.pages} ?页`))
  assert.equal(whole.said.unknown, '')
  const info = foreign('pdfinfo', whole.out)
  assert.match(info, /Title: +现场检查记录/)
  assert.match(info, /Page size: +595.276 x 841.89 pts \(A4\)/)
  const fonts = foreign('pdffonts', whole.out).split('\n').slice(2).filter(Boolean)
  assert.ok(fonts.length >= 3)
  for (const font of fonts) assert.match(font, /TrueType .* yes yes yes/, 'embedded, a subset, and its text can be copied')
  fact(`${whole.said.pages} pages, ${whole.said.bytes} bytes, ${fonts.length} fonts, each an embedded subset`)

  const again = print(inspection, 'again.pdf', '--office', '示例市市场监督管理局', '--verify', 'https://example.invalid/verify/')
  assert.ok(readFileSync(whole.out).equals(readFileSync(again.out)), 'the same record gives the same bytes')
  const english = print(inspection, 'english.pdf', '--language', 'en')
  assert.deepEqual(missing(english.text, ['On-site inspection record', 'Score sheet', 'Total', 'Page 1 of']), [])
  for (const { text } of [whole, english]) assert.doesNotMatch(text, /[≤≥](\s{2}|$)/m, 'a sign of comparison stands with its figure')
  assert.match(english.text, /Reason, measured values +Photos$/m, 'a head is not parted')

  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62'))
  people.sync('supervisor')
  plumb('review', ...at('supervisor'), inspection, '--accept', '--comment', '属实')
  people.sync('supervisor')
  new SecondReviewer(people).accept(inspection)
  people.sync('supervisor')
  const order = plumb('rectify', 'order', ...at('supervisor'), inspection, '--office', '永昌县市场监督管理局', '--contact', '0935-0000000', '--remedies', '可在六十日内申请行政复议', '--how', 'electronic', '--requirement', '2=停用间隔期不足的批次')
  people.sync('supervisor')
  people.sync('inspector')
  const paper = print(order.id, 'order.pdf', '--paper', 'rectification_order')
  assert.deepEqual(missing(paper.text, ['责令整改通知书', '永昌县市场监督管理局', order.number, order.days['2'], '停用间隔期不足的批次', '救济途径']), [])
  fact('an order says what, by when, and how it was delivered')

  // The server makes the same papers of its own lines, byte for byte.
  const office = new LineAuthor(server.url)
  await office.enrol(people.invite('审核员丁', 'supervisor', '--region', '62'))
  const served = async (id, name) => {
    const answer = await office.call('GET', `/v1/query/records/${id}/papers/${name}`)
    assert.equal(answer.status, 200, answer.text)
    return answer.bytes
  }
  assert.ok((await served(inspection, 'all.pdf?language=zh')).equals(readFileSync(print(inspection, 'zh.pdf').out)))
  assert.ok((await served(inspection, 'score_sheet.pdf?language=en')).equals(readFileSync(print(inspection, 'score.pdf', '--paper', 'score_sheet', '--language', 'en').out)))
  assert.ok((await served(order.id, 'rectification_order.pdf')).equals(readFileSync(paper.out)))
  fact('the server gives the bytes that plumb print makes: an inspection with photos, one sheet in English, an order')

  // The papers of what followed the order: proof of delivery, report, opinion after a re-check, index of the archived case.
  people.enrol('enterprise', people.invite('企业甲', 'enterprise', '--site', site))
  const syncAll = () => ['enterprise', 'supervisor', 'enterprise', 'inspector'].forEach((name) => people.sync(name))
  const rectify = (what, name, ...more) => plumb('rectify', what, ...at(name), order.id, ...more)
  syncAll()
  const items = Object.keys(order.days)
  const each = (words) => items.flatMap((item) => ['--item', `${item}=${words}`])
  const photo = writePhoto(join(folder, 'after.png'), 'label', 77, 640, 480)
  const report = rectify('report', 'enterprise', ...each('已按要求改正'), ...items.flatMap((item) => ['--file', `${item}=${photo}`]))
  syncAll()
  const rejected = rectify('reject', 'supervisor', '--item', `${items[0]}=照片看不出已改`, '--due', new Date(Date.now() + 30 * 86400e3).toISOString().slice(0, 10))
  syncAll()
  rectify('report', 'enterprise', '--item', `${items[0]}=已重新改正`, '--file', `${items[0]}=${photo}`)
  syncAll()
  const opinion = rectify('verify', 'supervisor', ...items.flatMap((item) => ['--item', item]))
  syncAll()
  const archived = plumb('rectify', 'archive', ...at('supervisor'), inspection, '--term', '30')
  syncAll()
  const followed = [
    [order.id, 'delivery_proof', ['送达回证', order.number, '电子送达', '何时收到，由另一份送达记录证明'], ['Proof of delivery', order.number]],
    [report.id, 'rectification_report', ['整改报告', order.number, '已按要求改正', '停用间隔期', '企业甲', '照片 1'], ['Rectification report', 'Done on']],
    [rejected.id, 'recheck_opinion', ['复查意见书', '整改不合格', '照片看不出已改'], ['Re-check opinion', 'Not put right']],
    [opinion.id, 'recheck_opinion', ['复查意见书', '整改合格', '书面审查'], ['Re-check opinion', 'Put right']],
    [archived.id, 'archive_index', ['卷内目录', '30 年', '现场检查记录', '责令整改通知书', '整改报告', '归档'], ['Index of the file', '30 years', 'Filed away']],
  ]
  for (const [id, name, chinese, english] of followed) {
    // A report's photos lie with whoever took them.
    const made = printBy(name === 'rectification_report' ? 'enterprise' : 'supervisor', id, `${name}.pdf`, '--paper', name)
    if (process.env.PLUMB_SHOTS) foreign('pdftoppm', '-r', '80', '-png', made.out, join(process.env.PLUMB_SHOTS, `${name}_${id.slice(-4)}`))
    const plain = (text) => text.replace(/\s+/g, '')
    assert.deepEqual(chinese.filter((word) => !plain(made.text).includes(plain(word))), [], name)
    assert.match(made.text, new RegExp(`第 ?1 ?页 ?共 ?${made.said.pages} ?页`))
    assert.equal(made.said.unknown, '')
    const other = print(id, `${name}_en.pdf`, '--paper', name, '--language', 'en')
    assert.deepEqual(english.filter((word) => !other.text.replace(/\s+/g, ' ').includes(word)), [], name)
    assert.ok((await served(id, `${name}.pdf`)).equals(readFileSync(made.out)), `the server makes the same ${name}`)
  }
  fact('proof of delivery, report, opinions and the index of the case, in both languages, the same from tablet and server')

  // A bureau's own layout, and one that is none.
  const own = join(folder, 'layouts')
  mkdirSync(own)
  const layout = JSON.parse(readFileSync(join(top, 'assets/papers/zh/inspection_record.json'), 'utf8'))
  writeFileSync(join(own, 'record.json'), JSON.stringify({ ...layout, title: '行政检查现场笔录' }))
  assert.ok(print(inspection, 'own.pdf', '--layouts', own).text.includes('行政检查现场笔录'))
  writeFileSync(join(own, 'record.json'), JSON.stringify({ ...layout, blocks: [{ table: { columns: [900], each: 'x', row: ['a'] } }] }))
  const bad = run('plumb', ['print', ...at('inspector'), '--record', inspection, '--layouts', own, '-o', join(folder, 'bad.pdf'), '--json'])
  assert.equal(bad.code, 1)
  assert.match(JSON.parse(bad.err).error.detail, /record\.json: blocks\[0\]\.table\.columns: must be one at least, and no wider than the page/)
  assert.throws(() => statSync(join(folder, 'bad.pdf')), 'nothing is written')
  fact('a layout of the bureau holds; one that is none is refused with the place')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
