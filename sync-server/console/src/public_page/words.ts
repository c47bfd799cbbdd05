/** The page's sentences. Both languages have all of them: `Words` is the Chinese table's shape. */
import type { FingerprintFault } from './fingerprint'
import type { Mismatch } from './check'
import type { Answer, Says, Since } from './answer'

/** Papers that are no inspection's and no order's. */
const kPlanned: Record<'zh' | 'en', Partial<Record<Says['kind'], string>>> = {
  zh: { check: '行政检查的审批和通知', task: '检查任务单', draw: '随机抽查的抽取结果', publication: '检查结果公示' },
  en: { check: 'Approval and notice of an inspection', task: 'Letter of an inspection task', draw: 'Result of a random draw', publication: 'Published result of an inspection' },
}

const zh = {
  title: '核对记录真伪',
  other: 'English',
  nobody: '记录核对',

  typeTitle: '输入纸上的指纹',
  typeHint: '指纹印在每页的页脚和二维码旁，32 位，由 0 到 9 和 a 到 f 组成；空格和大小写不用管。扫纸上的二维码更可靠。',
  typeLabel: '记录指纹',
  typeButton: '核对',
  typeAgain: '核对另一份',
  fault: (f: FingerprintFault) =>
    ({
      empty: '请输入指纹。',
      character: `「${f.said}」不是指纹里的字：只有 0 到 9 和 a 到 f。`,
      short: `指纹有 32 位，这里只有 ${f.said} 位。`,
      long: `指纹有 32 位，这里有 ${f.said} 位。`,
    })[f.why],

  working: '正在核对…',
  genuine: '这份记录是真实的',
  genuineBy: '由您的手机刚刚算出，不是听网站说',
  listed: '日志里有这份记录',
  listedBy: '指纹是手输的：它对应哪一条由网站说明。扫纸上的二维码，连这一步也由手机算。',
  absent: '还没有进日志',
  absentBy: '日志里没有这个指纹。记录可能刚签好，还没有联网送到；也可能不是真的。过一天再查，或者问发出单位。',
  mismatch: '对不上',
  mismatchBy: {
    answer: '网站的回答读不懂，什么也没有证明。',
    hash: '网站给的不是这个指纹的条目。',
    leaf: '网站给的条目，和纸上二维码里的不是同一条。',
    log_key: '网站日志的钥匙，和纸上二维码里的不是同一把。',
    signature: '日志的签名不成立。',
    inclusion: '证明不成立：这一条不在签过名的日志里。',
    consistency: '日志前后不一致：收录之后有内容被改过或删过。',
  } satisfies Record<Mismatch, string>,
  code: '地址里二维码的部分坏了，不能用来核对。请重新扫纸上的二维码。',
  offline: '没有网络',
  offlineBy: '核对要从网上取日志的证明。联网以后再试。',
  busy: '网站现在答不了',
  busyBy: '还什么也没有核对。过一会儿再试。',
  retry: '再试一次',
  wrongDo: '不要凭这张纸办事。请把这个指纹告诉发出单位：电话用您自己知道的，不要用可疑的纸上印的。',
  tell: (office: string, contact: string) => `${office || '发出单位'}${contact ? `：${contact}` : ''}`,
  tellTitle: '对不上？告诉发出单位',
  askTitle: '问发出单位',

  fingerprint: '记录指纹',
  compare: '请和纸上的比一比',
  when: '什么时候写成',
  claims: (time: string) => `记录自称 ${time}`,
  afterTime: (time: string) => `${time} 之后`,
  beforeTime: (time: string) => `${time} 之前`,
  open: '更早',
  bracket: (after: string, before: string) => (after ? `${before} 由日志证明；${after} 和自称的时间由发出单位说明。改钟没有用。` : `${before} 由日志证明；自称的时间由发出单位说明。改钟没有用。`),
  bracketLabel: (after: string, at: string, before: string) => `写成于${after ? ` ${after} 之后、` : ''} ${before} 之前；记录自称 ${at}`,

  computed: '您的手机算过',
  computedLeaf: (index: string) => `二维码里的这一条，在公开日志第 ${index} 条，没有改过`,
  computedTyped: (index: string) => `网站给出的这一条，在公开日志第 ${index} 条，没有改过`,
  computedLog: (size: string) => `日志有签名，从收录到现在的 ${size} 条前后一致，没有删过`,
  computedKey: '签名的钥匙，就是纸上二维码里的那一把',
  keyTyped: (digits: string) => `签名的钥匙来自本网站，没有纸上的可比。它的对照码是 ${digits}，可以向发出单位核对`,

  stated: '发出单位的说明',
  statedHint: '以下由网站说明，手机没有证明',
  statedHash: (index: string) => `这个指纹对应日志第 ${index} 条`,
  statedNothing: '对这一条没有说明。',
  says: (s: Says) => {
    const planned = kPlanned.zh[s.kind]
    if (planned !== undefined) return `${planned}；${s.signers} 人签名，收录时核过资格。`
    if (s.kind === 'order') return `责令整改通知书，${s.findings} 项；${s.signers} 人签名。`
    if (s.kind === 'act') return `整改文书，${s.findings} 项；${s.signers} 人签名。`
    return `${s.test ? '试用记录，无效：只为试用检查表而作。' : ''}${s.checklist ? `${s.checklist.title.zh || s.checklist.title.en} 第 ${s.checklist.version} 版，${s.checklist.items} 项；` : ''}${s.kind === 'assessment' ? '自评；' : ''}${s.signers} 人签名，收录时核过资格；照片 ${s.photos} 张、文件 ${s.files} 份。${s.waits ? '还等第二名检查员签字，签字以前不计入任何结果。' : ''}`
  },
  since: (s: Since, time: string) =>
    ({
      amended: `这份记录在 ${time} 改正过，手里的不是最新的一份。${s.fingerprint ? '最新一份的指纹：' : ''}`,
      withdrawn: `这份通知书里有整改项在 ${time} 撤销。`,
      extended: `这份通知书里有整改项在 ${time} 延期。`,
      cancelled: `这项任务在 ${time} 取消。`,
      unpublished: `这份公示在 ${time} 撤回。`,
    })[s.what],
  sinceNone: '到现在为止，没有改正、撤销或延期。',

  issuedTitle: '签名的电子原件',
  issuedHint: '由发出单位说明。手里有 PDF，就在这里选它：手机自己算它的指纹来比，文件不会送出。',
  issuedPick: '选 PDF 核对',
  issuedSame: '这个 PDF 就是出具的那一份，一个字节也没有改',
  issuedOther: '这个 PDF 不是出具的任何一份：改过、不完整，或者不是从这里出具的',
  paper: (name: string) => ({ inspection_record: '现场检查记录', score_sheet: '评分表', evidence_sheet: '证据页', rectification_order: '责令整改通知书', delivery_proof: '送达回证', rectification_report: '整改报告', recheck_opinion: '复查意见书', archive_index: '卷内目录', check_approval: '行政检查审批表', check_notice: '行政检查通知书', task_letter: '检查任务单', draw_result: '随机抽查抽取结果', publication_table: '检查结果公示表' })[name] ?? '文书',

  meansTitle: '「真实」不等于什么',
  means: (host: string) => [
    '只说明：这份记录确实在这段时间签名、收进日志，之后没有改过。',
    '不说明纸上印的字没有改过：字是不是原样，要和电子原件逐字核对。',
    '不说明记录里写的都对，也不代替公示的结果。',
    '后来的改正和撤销由发出单位说明；它不说，本页看不出来。',
    `先看网址：${host} 应当是发出单位的。`,
  ],
  private: '不显示姓名、单位、位置、照片和得分。本页不存东西，只问本网站。',
}

export type Words = typeof zh

const en: Words = {
  title: 'Check a record',
  other: '中文',
  nobody: 'Record check',

  typeTitle: 'Type the fingerprint on the paper',
  typeHint: 'It stands at the foot of each page and beside the QR code: 32 digits, 0 to 9 and a to f. Spaces and capitals do not matter. Scanning the QR code proves more.',
  typeLabel: 'Record fingerprint',
  typeButton: 'Check',
  typeAgain: 'Check another one',
  fault: (f) =>
    ({
      empty: 'Type the fingerprint.',
      character: `“${f.said}” is not in a fingerprint: there are only 0 to 9 and a to f.`,
      short: `A fingerprint has 32 digits; here are only ${f.said}.`,
      long: `A fingerprint has 32 digits; here are ${f.said}.`,
    })[f.why],

  working: 'Checking…',
  genuine: 'This record is genuine',
  genuineBy: 'Computed on your phone just now, not taken from this site\'s word',
  listed: 'The log holds this record',
  listedBy: 'The fingerprint was typed: which entry it belongs to is this site\'s word. With the QR code your phone computes that, too.',
  absent: 'Not in the log yet',
  absentBy: 'The log does not hold this fingerprint. The record may have been signed without a network and not have arrived; or it is not genuine. Try again in a day, or ask the issuing office.',
  mismatch: 'It does not match',
  mismatchBy: {
    answer: 'This site\'s answer cannot be read; nothing was proved.',
    hash: 'The entry that this site gave is not the one of this fingerprint.',
    leaf: 'The entry that this site gave is not the one in the paper\'s QR code.',
    log_key: 'The key of this site\'s log is not the one in the paper\'s QR code.',
    signature: 'The log\'s signature does not hold.',
    inclusion: 'The proof does not hold: the entry is not in the signed log.',
    consistency: 'The log does not agree with its earlier self: something was changed or removed since.',
  },
  code: 'The QR code\'s part of this address is damaged and cannot be used. Scan the code on the paper again.',
  offline: 'No network',
  offlineBy: 'Checking needs the log\'s proof from the network. Try again when there is one.',
  busy: 'This site cannot answer now',
  busyBy: 'Nothing was checked yet. Try again in a while.',
  retry: 'Try again',
  wrongDo: 'Do not act on this paper. Tell the issuing office this fingerprint, by a telephone number that you know yourself, not by one on a doubtful paper.',
  tell: (office, contact) => `${office || 'The issuing office'}${contact ? `: ${contact}` : ''}`,
  tellTitle: 'Does not match? Tell the issuing office',
  askTitle: 'Ask the issuing office',

  fingerprint: 'Record fingerprint',
  compare: 'Compare with the paper',
  when: 'When it was written',
  claims: (time) => `says ${time}`,
  afterTime: (time) => `after ${time}`,
  beforeTime: (time) => `before ${time}`,
  open: 'earlier',
  bracket: (after, before) => (after ? `${before} is proved by the log; ${after} and the record\'s own time are stated by the office. Changing a clock does not help.` : `${before} is proved by the log; the record\'s own time is stated by the office. Changing a clock does not help.`),
  bracketLabel: (after, at, before) => `Written${after ? ` after ${after} and` : ''} before ${before}; the record says ${at}`,

  computed: 'Computed on your phone',
  computedLeaf: (index) => `The entry in the QR code is entry ${index} of the public log, unchanged`,
  computedTyped: (index) => `The entry that this site gave is entry ${index} of the public log, unchanged`,
  computedLog: (size) => `The log is signed, and agrees with itself from that entry to its ${size} entries now; nothing was removed`,
  computedKey: 'The signing key is the one in the paper\'s QR code',
  keyTyped: (digits) => `The signing key came from this site, with none on paper to compare. Its digits are ${digits}; the issuing office can confirm them`,

  stated: 'Stated by the issuing office',
  statedHint: 'This site\'s word; your phone has not proved it',
  statedHash: (index) => `This fingerprint belongs to entry ${index} of the log`,
  statedNothing: 'Nothing is stated of this entry.',
  says: (s) => {
    const signed = s.signers === 1 ? 'signed by one person' : `signed by ${s.signers} people`
    const findings = s.findings === 1 ? 'one finding' : `${s.findings} findings`
    const planned = kPlanned.en[s.kind]
    if (planned !== undefined) return `${planned}; ${signed}, whose rights were checked when it was taken in.`
    if (s.kind === 'order') return `Order to rectify, ${findings}; ${signed}.`
    if (s.kind === 'act') return `Paper of a rectification, ${findings}; ${signed}.`
    const list = s.checklist ? `${s.checklist.title.en || s.checklist.title.zh}, version ${s.checklist.version}, ${s.checklist.items} items; ` : ''
    return `${s.test ? 'Test, not valid: made to try a checklist. ' : ''}${list}${s.kind === 'assessment' ? 'self-assessment; ' : ''}${signed}, whose rights were checked when it was taken in; photos: ${s.photos}, files: ${s.files}.${s.waits ? ' A second inspector has to sign it still; until then it counts for nothing.' : ''}`
  },
  since: (s, time) =>
    ({
      amended: `This record was corrected on ${time}; the one in your hand is not the newest.${s.fingerprint ? ' The newest one\'s fingerprint: ' : ''}`,
      withdrawn: `A finding of this order was withdrawn on ${time}.`,
      extended: `More time was given for a finding of this order on ${time}.`,
      cancelled: `This task was cancelled on ${time}.`,
      unpublished: `This publication was withdrawn on ${time}.`,
    })[s.what],
  sinceNone: 'No correction, withdrawal or extension so far.',

  issuedTitle: 'Signed originals',
  issuedHint: 'Stated by the issuing office. If you have a PDF, choose it here: your phone computes its fingerprint and compares; the file is not sent.',
  issuedPick: 'Choose a PDF to check',
  issuedSame: 'This PDF is the one that was issued, to the byte',
  issuedOther: 'This PDF is none of those that were issued: changed, incomplete, or not issued here',
  paper: (name) => ({ inspection_record: 'On-site inspection record', score_sheet: 'Score sheet', evidence_sheet: 'Evidence sheet', rectification_order: 'Order to rectify', delivery_proof: 'Proof of delivery', rectification_report: 'Rectification report', recheck_opinion: 'Re-check opinion', archive_index: 'Index of the file', check_approval: 'Approval of an inspection', check_notice: 'Notice of an inspection', task_letter: 'Inspection task', draw_result: 'Result of a random draw', publication_table: 'Published result' })[name] ?? 'Paper',

  meansTitle: 'What “genuine” does not mean',
  means: (host) => [
    'It says only: this record was signed and taken into the log within this time, and has not changed since.',
    'It does not say that the printed words are unchanged: compare them with the electronic original.',
    'It does not say that what the record states is right, and does not stand in for a published result.',
    'Later corrections and withdrawals are stated by the office; what it withholds does not show here.',
    `Look at the address first: ${host} should be the issuing office\'s.`,
  ],
  private: 'No names, sites, places, photos or scores are shown. This page stores nothing and asks only this site.',
}

export const kWords = { zh, en }
export type Language = keyof typeof kWords

export function contactOf(words: Words, answer: Pick<Answer, 'office' | 'contact'>): string {
  return words.tell(answer.office, answer.contact)
}
