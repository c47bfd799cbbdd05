/** The page's sentences, in both languages. */
import type { CallFault } from '../public_form/call'
import type { Lack } from './draft'

export type SendFault = CallFault | 'nobody_above' | 'about_unknown' | 'no_image'

const zh = {
  title: '投诉举报', other: 'English', nobody: '投诉举报受理',
  lead: '不用登录，不用留姓名。提交后得到一个查询码，凭它看办理情况和答复。',
  about: '投诉谁或什么', aboutThis: '您要投诉的是',
  kinds: { other: '一件事、一家单位', office: '一个机关或它的工作人员', site: '检查对象', person: '检查人员' },
  province: '省', region: '所在地', choose: '请选择',
  officeHint: '投诉机关和工作人员的，由上一级机关受理；被投诉的单位和本人看不到。',
  siteHint: '由当地主管机关受理；被投诉的企业看不到。',
  personHint: '由上一级机关受理；本人和本单位看不到。',
  words: '名称、地点（可不填）', text: '发生了什么', textHint: '写清时间、地点、经过。',
  contact: '联系方式（可不填）', contactHint: '只给办理人看。不留也办理，答复凭查询码看。',
  photos: '照片（可不加，最多 3 张）', addPhoto: '加照片', photoHint: '照片里记的拍摄时间和位置会去掉。', photoN: (n: number) => `照片 ${n}`, remove: '去掉', noImage: '这个文件不是能读的照片。',
  send: '提交', working: '正在算一道防刷题，几秒钟…', sending: '正在提交…',
  lacks: { region: '请选择所在地。', text: '请写发生了什么。', long: '写得太长了，请精简。' } satisfies Record<Lack, string>,
  doneTitle: '已经收到', doneLead: '请现在就记下或截图保存查询码。我们没有别的办法告诉您，也不能重发。', codeLabel: '查询码', copy: '复制', copied: '已复制',
  doneNote: '受理与否 7 个工作日内告知；受理后在期限内答复。', lookNow: '查看办理情况',
  lookLink: '已提交过？用查询码查办理情况', formLink: '提交新的投诉举报',
  lookTitle: '查办理情况', codeHint: '20 位字母和数字，空格、横线、大小写都不用管。', look: '查询', unknown: '没有这个查询码，请核对后再试。',
  state: { received: '已收到，待受理', accepted: '已受理，办理中', not_accepted: '不予受理', answered: '已答复' } as Record<string, string>,
  receivedOn: '收到', decidedOn: '受理决定', due: '答复期限', dueAccept: '受理期限', calendar: '（按自然日计）', reason: '说明', answeredOn: '答复日期', outcome: '结论', answer: '答复',
  outcomes: { founded: '属实', partly: '部分属实', unfounded: '不属实', unclear: '未能查实', passed_on: '已移送有权机关' } as Record<string, string>,
  faults: {
    offline: '没有网络，还没有提交。您写的都在，联网后再提交。', busy: '网站现在收不了，还没有提交。过一会儿再试。', too_many: '这个网络刚刚提交过几件，请过一刻钟再试；急事请打电话。',
    nobody_above: '本系统里没有他的上级机关，请向他的主管机关投诉。', about_unknown: '链接里的对象这里没有，请从首页选择。', no_image: '有照片读不了，请换一张。', closed: '这里没有开通网上投诉，请打电话或来人来信。',
    work: '防刷题过期了，请再按一次提交。', refused: '没有收下，请检查所写内容。',
  } satisfies Record<SendFault, string>,
  private: '本页不存 cookie，不记您的地址；只有办理人能看到您写的。', tell: '咨询',
}

const en: typeof zh = {
  title: 'Complain', other: '中文', nobody: 'Complaints',
  lead: 'No account and no name are needed. You get a code by which you see what becomes of it.',
  about: 'Whom or what it is about', aboutThis: 'Your complaint is about',
  kinds: { other: 'a matter or a business', office: 'an office or its staff', site: 'an inspected site', person: 'an inspector' },
  province: 'Province', region: 'Where', choose: 'Choose',
  officeHint: 'What is said against an office or its staff is taken by the office above it; neither the office nor the person sees it.',
  siteHint: 'Taken by the competent office of the place; the enterprise does not see it.',
  personHint: 'Taken by the office above; neither she nor her own office sees it.',
  words: 'Name, place (optional)', text: 'What happened', textHint: 'When, where, how.',
  contact: 'How to reach you (optional)', contactHint: 'Seen by those who answer alone. It is dealt with all the same without; the answer is read with the code.',
  photos: 'Photos (optional, at most 3)', addPhoto: 'Add a photo', photoHint: 'Where and when they were taken is left out.', photoN: (n) => `Photo ${n}`, remove: 'Remove', noImage: 'This file is no picture that can be read.',
  send: 'Send', working: 'Solving a small task against floods, some seconds…', sending: 'Sending…',
  lacks: { region: 'Choose where.', text: 'Write what happened.', long: 'This is too long.' },
  doneTitle: 'It was received', doneLead: 'Write this code down or take a picture of it now. There is no other way to tell you, and it is not sent again.', codeLabel: 'Code', copy: 'Copy', copied: 'Copied',
  doneNote: 'Within 7 working days you are told whether it is taken up; then it is answered within its term.', lookNow: 'See where it stands',
  lookLink: 'Sent one already? Look it up with its code', formLink: 'Send a new complaint',
  lookTitle: 'Where a complaint stands', codeHint: '20 letters and digits; blanks, dashes and capitals do not matter.', look: 'Look up', unknown: 'There is no such code; compare it and try again.',
  state: { received: 'received, not yet taken up', accepted: 'taken up', not_accepted: 'not taken up', answered: 'answered' },
  receivedOn: 'Received', decidedOn: 'Decided', due: 'To be answered by', dueAccept: 'To be decided by', calendar: ' (calendar days)', reason: 'Reason', answeredOn: 'Answered', outcome: 'Conclusion', answer: 'Answer',
  outcomes: { founded: 'founded', partly: 'partly founded', unfounded: 'unfounded', unclear: 'could not be established', passed_on: 'passed on to the competent office' },
  faults: {
    offline: 'No network; nothing was sent. What you wrote is kept: send it when you are connected.', busy: 'The site cannot take it now; nothing was sent. Try again later.', too_many: 'Several were sent from this network just now. Try again in a quarter of an hour, or call.',
    nobody_above: 'No office above is in this system: turn to the office that oversees them.', about_unknown: 'What the link names is not known here; choose by hand.', no_image: 'A photo cannot be read; take another.', closed: 'Complaints are not taken here by this page: call, come, or write.',
    work: 'The task grew old; press Send once more.', refused: 'It was not taken; look at what you wrote.',
  },
  private: 'This page keeps no cookie and no address; only those who answer see what you write.', tell: 'Questions',
}

export const kWords = { zh, en }
export type Language = keyof typeof kWords
export type Words = typeof zh
