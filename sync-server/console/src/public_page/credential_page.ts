/** What the public page shows of a credential: one band, who it is, what this phone computed, what the office states. */
import { regionNameIn } from '../base/region_table'
import { momentText } from './bracket'
import { freshness, holdCredential, readToken, type HeldCredential, type Mismatch } from './credential'
import { el, icon } from './dom'
import { contactOf, type Words } from './words'

const zh = {
  title: '核对检查人员证件',
  working: '正在核对…',
  good: '这张证件码是现在出示的，是真实的',
  goodBy: '由您的手机刚刚算出：请再看本人和照片证件是否一致。',
  old: (minutes: number) => `这张码是 ${minutes} 分钟前生成的`,
  oldBy: '可能是截图或照片。请对方当面重新打开证件页，再扫一次。',
  ahead: '证件码的时间在将来',
  aheadBy: '对方平板或这部手机的时钟不对。请对准时间后再扫一次。',
  revoked: '这把钥匙已被注销',
  revokedBy: '发出单位已注销这台设备的证件，不能再凭它检查。',
  unknown: '查不到这张证件',
  unknownBy: '日志里没有登记这台设备。可能刚登记、还没有联网；也可能不是真的。',
  mismatch: '对不上',
  mismatchBy: {
    answer: '网站的回答读不懂，什么也没有证明。',
    log_key: '网站日志的钥匙，和证件码里的不是同一把。',
    checkpoint: '日志的签名不成立。',
    inclusion: '证明不成立：登记不在签过名的日志里。',
    root: '没有一把根钥匙指明这本日志。',
    chain: '从根到这把钥匙的信任链不成立。',
    signature: '证件码不是登记的钥匙签的。',
    name: '证件码上的姓名和登记的不一致。',
  } satisfies Record<Mismatch, string>,
  damaged: '证件码坏了',
  damagedBy: '没有读全。请重新扫一次。',
  offline: '没有网络',
  offlineBy: '核对要从网上取登记的证明。没有网络时只能看：码上写着谁、什么时候生成。',
  busy: '网站现在答不了，过一会儿再试。',
  retry: '再试一次',
  who: '证件',
  name: '姓名',
  made: '生成时间',
  device: '设备',
  role: '身份',
  region: '可检查的地区',
  everywhere: '全部地区',
  between: '、',
  certificate: '执法证号',
  roles: { inspector: '检查员', supervisor: '审核员', administrator: '管理员', enterprise: '企业', auditor: '审计员' } as Record<string, string>,
  computed: '您的手机算出的',
  computedLines: (moment: string, root: string, steps: number) => ['码是登记的设备钥匙签的，签的就是上面的姓名和时间', `从根 ${root} 到这把钥匙共 ${steps} 步，每一步都签了名、按次序在日志里`, '身份、地区和注销由这些记录算出', `日志由码里那把钥匙签名${moment ? `，${moment}` : ''}`],
  revokedLine: (at: string) => `日志里有注销它的记录（${at}）`,
  rights: '可以做什么',
  noRole: '这把钥匙没有检查员的身份',
  noRoleBy: '登记是真的，但没有授权检查，或者授权已经收回。',
  over: (day: string) => `执法证已过有效期（至 ${day}）`,
  overBy: '登记的执法证今天已经失效。请对方出示新证，或者请发出单位说明。',
  stated: '发出单位说明的',
  statedHint: '手机算不出有没有扣下更晚的注销，以发出单位的话为准。',
  complain: '投诉这次检查或这名检查人员',
  notRevoked: '没有注销',
  isRevoked: '已经注销',
  meansTitle: '“真实的”不等于什么',
  means: ['不等于站在面前的就是本人：请看证件照片。', '不等于这次检查已经批准：可以要求看检查通知书。', '这里没有写执法证号的，请看纸质证件。'],
}

const en: typeof zh = {
  title: 'Check an inspector’s credential',
  working: 'Checking…',
  good: 'This credential is genuine, and shown now',
  goodBy: 'Computed by your phone just now. Compare the person with the photo on the paper credential.',
  old: (minutes) => `This code was made ${minutes} minutes ago`,
  oldBy: 'It may be a picture of a screen. Ask the inspector to open the page again before you, and scan anew.',
  ahead: 'The code is from the future',
  aheadBy: 'The tablet’s clock or this phone’s is wrong. Set it, and scan again.',
  revoked: 'This key was revoked',
  revokedBy: 'The office has revoked this device; it is no credential any more.',
  unknown: 'Nobody knows this credential',
  unknownBy: 'The log holds no enrolment of this device. It may be new and not connected yet, or not genuine.',
  mismatch: 'It does not match',
  mismatchBy: {
    answer: 'The website’s answer cannot be read; nothing was proved.',
    log_key: 'The website’s log has another key than the code says.',
    checkpoint: 'The log’s signature does not hold.',
    inclusion: 'The proof does not hold: the enrolment is not in the signed log.',
    root: 'No root key names this log.',
    chain: 'The chain of trust from the root to this key does not hold.',
    signature: 'The code was not signed by the enrolled key.',
    name: 'The name in the code is not the one that was enrolled.',
  },
  damaged: 'The code is damaged',
  damagedBy: 'It was not read whole. Scan it again.',
  offline: 'No network',
  offlineBy: 'The proof of the enrolment comes over the network. Without it one sees only whom the code names, and when it was made.',
  busy: 'The website cannot answer now; try again later.',
  retry: 'Try again',
  who: 'Credential',
  name: 'Name',
  made: 'Made at',
  device: 'Device',
  role: 'Role',
  region: 'Regions',
  everywhere: 'everywhere',
  between: '; ',
  certificate: 'Credential no.',
  roles: { inspector: 'inspector', supervisor: 'supervisor', administrator: 'administrator', enterprise: 'enterprise', auditor: 'auditor' },
  computed: 'Computed by your phone',
  computedLines: (moment, root, steps) => ['The enrolled device’s key signed the code: exactly the name and time above', `From the root ${root} to this key there are ${steps} steps, each signed and in the log in this order`, 'Role, regions and revocation follow from those lines', `The log is signed by the key in the code${moment ? `, ${moment}` : ''}`],
  revokedLine: (at) => `The log holds the line that revokes it (${at})`,
  rights: 'What it allows',
  noRole: 'This key is no inspector’s',
  noRoleBy: 'The enrolment is genuine, but it does not allow inspections, or no longer.',
  over: (day) => `The certificate is over (until ${day})`,
  overBy: 'The certificate that was enrolled does not hold today. Ask for the new one, or ask the office.',
  stated: 'Stated by the office',
  statedHint: 'That no later revocation is kept back cannot be computed; it is the office’s word.',
  complain: 'Complain of this inspection or inspector',
  notRevoked: 'not revoked',
  isRevoked: 'revoked',
  meansTitle: 'What “genuine” does not mean',
  means: ['Not that the person before you is the one named: look at the photo on the paper credential.', 'Not that this inspection was approved: you may ask for the notice.', 'Where no credential number stands here, see the paper one.'],
}

export type CredentialOutcome =
  | { state: 'working' | 'damaged' | 'unknown' | 'offline' | 'busy' }
  | { state: 'mismatch'; why: Mismatch }
  | { state: 'held'; held: HeldCredential }

export const credentialTitle = (language: 'zh' | 'en') => (language === 'zh' ? zh : en).title

/** Asks the server by `get`, which gives null where nobody answers. */
export async function askCredential(fragment: string, get: (path: string) => Promise<{ status: number; body: string } | null>): Promise<CredentialOutcome> {
  const token = readToken(fragment)
  if (!token) return { state: 'damaged' }
  const said = await get(`/v1/public/credentials/${token.kid}`)
  if (!said) return { state: 'offline' }
  if (said.status === 404 && said.body.includes('"credential_unknown"')) return { state: 'unknown' }
  if (said.status === 429 || said.status >= 500) return { state: 'busy' }
  if (said.status !== 200) return { state: 'mismatch', why: 'answer' }
  const result = await holdCredential(token, said.body)
  return 'held' in result ? { state: 'held', held: result.held } : { state: 'mismatch', why: result.mismatch }
}

/** By the phone's own calendar. */
function localDay(ms: number): string {
  const day = new Date(ms)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}

export interface Showing {
  outcome: CredentialOutcome
  fragment: string
  language: 'zh' | 'en'
  issuer: { office: string; contact: string }
  now: number
}

const row = (name: string, value: string, test: string) => el('p', {}, el('span', { class: 'quiet' }, `${name}　`), el('strong', { 'data-test': test }, value))

export function drawCredential({ outcome, fragment, language, issuer, now }: Showing, words: Words, doings: { language(): void; retry(): void }): Node[] {
  const w = language === 'zh' ? zh : en
  const switcher = el('button', { class: 'plain', 'data-test': 'language' }, words.other)
  switcher.addEventListener('click', doings.language)
  const head = el('header', {}, icon('plumb'), el('span', { class: 'office' }, issuer.office || words.nobody), switcher)
  const band = (kind: string, drawn: Parameters<typeof icon>[0], title: string, by: string) =>
    el('div', { class: `band ${kind}`, role: 'status', 'data-test': 'band', 'data-state': kind }, icon(drawn), el('div', {}, el('h1', {}, title), by !== '' && el('p', {}, by)))
  const card = (title: string, ...children: (Node | false)[]) => el('section', { class: 'card' }, el('div', { class: 'head' }, el('h2', {}, title)), ...children)
  const main = el('main', {})
  const token = readToken(fragment)
  const said = token && card(w.who, row(w.name, token.name, 'credential-name'), row(w.made, momentText(new Date(token.at)), 'credential-at'))
  const again = () => {
    const button = el('button', { class: 'primary', 'data-test': 'retry' }, w.retry)
    button.addEventListener('click', doings.retry)
    return button
  }
  const tell = () => el('p', { class: 'tell', 'data-test': 'tell' }, words.tellTitle, el('br'), contactOf(words, issuer))
  switch (outcome.state) {
    case 'working':
      return [head, band('working', 'circle', w.working, ''), main]
    case 'damaged':
      return [head, band('mismatch', 'alert', w.damaged, w.damagedBy), main]
    case 'unknown':
      main.append(tell())
      return [head, band('absent', 'diamond', w.unknown, w.unknownBy), main]
    case 'offline':
    case 'busy':
      if (said) main.append(said)
      main.append(again())
      return [head, band('offline', 'circle', w.offline, outcome.state === 'busy' ? w.busy : w.offlineBy), main]
    case 'mismatch':
      main.append(tell())
      return [head, band('mismatch', 'alert', w.mismatch, w.mismatchBy[outcome.why]), main]
    case 'held':
      break
  }
  const { held } = outcome
  const fresh = freshness(held.at, now)
  const over = held.certifiedUntil !== null && held.certifiedUntil < localDay(now)
  const top = held.revoked
    ? band('mismatch', 'alert', w.revoked, w.revokedBy)
    : !held.roles.includes('inspector')
      ? band('absent', 'diamond', w.noRole, w.noRoleBy)
    : over
      ? band('absent', 'diamond', w.over(held.certifiedUntil!), w.overBy)
    : fresh === 'old'
      ? band('absent', 'diamond', w.old(Math.floor((now - held.at) / 60_000)), w.oldBy)
      : fresh === 'ahead'
        ? band('absent', 'diamond', w.ahead, w.aheadBy)
        : band('genuine', 'shield', w.good, w.goodBy)
  const time = held.checkpoint.time ? momentText(new Date(held.checkpoint.time)) : ''
  main.append(
    card(w.who, row(w.name, held.name, 'credential-name'), row(w.made, momentText(new Date(held.at)), 'credential-at'), row(w.device, held.device, 'credential-device'), ...(held.certificate === '' ? [] : [row(w.certificate, held.certificate, 'credential-certificate')])),
    card(w.rights, row(w.role, held.roles.map((role) => w.roles[role] ?? role).join('、') || '—', 'credential-roles'), row(w.region, held.regions.map((code) => (code === '' ? w.everywhere : regionNameIn(code, language))).join(w.between) || '—', 'credential-regions')),
    card(w.computed, el('ul', { class: 'checks', 'data-test': 'credential-computed' }, ...[...w.computedLines(time, held.root, held.steps), ...(held.revokedAt ? [w.revokedLine(momentText(new Date(held.revokedAt)))] : [])].map((line) => el('li', {}, icon('check'), el('span', {}, line))))),
    ...(held.revokedAt ? [] : [card(w.stated, el('p', { class: 'quiet' }, w.statedHint), el('p', {}, el('strong', { 'data-test': 'credential-revocation' }, held.revoked ? w.isRevoked : w.notRevoked)))]),
    el('a', { class: 'button', href: `/complain?language=${language}#p=${encodeURIComponent(token?.kid ?? '')}`, 'data-test': 'complain' }, w.complain),
    el('details', { class: 'card' }, el('summary', {}, w.meansTitle), el('ul', { class: 'means' }, ...w.means.map((line) => el('li', {}, line)))),
    tell(),
  )
  return [head, top, main]
}
