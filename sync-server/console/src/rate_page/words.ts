/** The page's sentences, in both languages. */
import type { Fault } from './api'
import type { Lack, Question } from './draft'

const zh = {
  title: '评价这次检查', other: 'English', nobody: '企业评价',
  lookTitle: '评价一次检查', codeLabel: '评价码', codeHint: '检查人员出示或打印的 20 位字母和数字，空格、横线、大小写都不用管。', look: '下一步',
  lead: '不用登录，不留姓名。每次检查评一次，提交后不能改。',
  visit: '检查日期', office: '检查机关所在地',
  questions: {
    identified: '亮明身份，说清来意和依据', fair: '公正，有依据', courteous: '态度文明，廉洁', helpful: '问题讲得清，有帮助', light: '没有多打扰正常经营',
  } satisfies Record<Question, string>,
  marks: ['很不满意', '不满意', '一般', '满意', '很满意'],
  text: '想说的话（可不填）', textHint: '给上一级机关看，不带单位、检查和日期。请不要写单位名称和姓名。', noTexts: '这个机关在本系统里没有上级，只收分数，不收文字。',
  send: '提交评价', working: '正在算一道防刷题，几秒钟…', sending: '正在提交…',
  lacks: { marks: '五项都请选一档。', long: '写得太长了，请精简到 300 字以内。' } satisfies Record<Lack, string>,
  doneTitle: '已经收到，谢谢', doneLead: '您的评价和评价码已经分开存放，不能再查、再改。',
  howTitle: '检查机关能看到什么',
  how: [
    '看不到您的评价。同一机关一个季度满 10 份，才公布每一档各有几份；不满 10 份并到上一级。',
    '写的话只给上一级机关看，打乱次序，不带单位、检查和日期。',
    '出示码的检查人员能查到码用过没有，查不到评了什么。',
    '网站在收到的那一刻同时看到码和评价；存下来就分开，不记您的地址。没有技术能防网站管理员当场偷看，只能由他保证。',
  ],
  used: '这个码已经用过，每次检查评一次。', usedBy: '如果不是您评的，请告诉上一级机关：', complain: '投诉这次检查的人员',
  faults: {
    offline: '没有网络，还没有提交。您选的都在，联网后再提交。', busy: '网站现在收不了，还没有提交。过一会儿再试。', too_many: '这个网络刚刚提交过许多份，请过一刻钟再试。',
    closed: '这里没有开通网上评价。', unknown: '这里还没有这次检查的记录。检查人员可能还没有联网，过几天再试；也请核对评价码。', used: '这个码已经用过，每次检查评一次。',
    late: '检查已过 90 天，不再收评价。', work: '防刷题过期了，请再按一次提交。', refused: '没有收下，请检查所写内容。',
  } satisfies Record<Fault, string>,
  private: '本页不存 cookie，不记您的地址。', tell: '咨询',
}

const en: typeof zh = {
  title: 'Rate this visit', other: '中文', nobody: 'Ratings of visits',
  lookTitle: 'Rate a visit', codeLabel: 'Code', codeHint: '20 letters and digits that the inspector showed or printed; blanks, dashes and capitals do not matter.', look: 'Next',
  lead: 'No account and no name are needed. One rating a visit; it cannot be changed.',
  visit: 'Day of the visit', office: 'Office of',
  questions: { identified: 'They said who they were, why they came and by which law', fair: 'Fair, with reasons', courteous: 'Courteous and clean', helpful: 'Explained what was wrong; helpful', light: 'Did not disturb the business more than needed' },
  marks: ['very poor', 'poor', 'fair', 'good', 'very good'],
  text: 'What you would like to say (optional)', textHint: 'Read by the office above, without business, visit and day. Please name neither your business nor anybody.', noTexts: 'No office above this one is in the system: marks are taken, no words.',
  send: 'Send the rating', working: 'Solving a small task against floods, some seconds…', sending: 'Sending…',
  lacks: { marks: 'Choose a mark for each of the five.', long: 'This is too long.' },
  doneTitle: 'It was received. Thank you', doneLead: 'Your rating is kept apart from the code by now; nobody can look it up or change it.',
  howTitle: 'What the office that visited can see',
  how: [
    'Not your rating. With ten of one office in a quarter, how often each mark was given is told; fewer are counted with the region above.',
    'What you write is read by the office above alone, in an order of chance, without business, visit and day.',
    'The inspector who showed the code can find out whether it was used, and not what was said.',
    'The site sees code and rating together at the moment when it takes them; it keeps them apart, and no address. No technique keeps its operator from looking at that moment: you have his word.',
  ],
  used: 'This code was used already; one rating a visit.', usedBy: 'If it was not you, tell the office above:', complain: 'Complain about who visited',
  faults: {
    offline: 'No network; nothing was sent. Your marks are kept: send them when you are connected.', busy: 'The site cannot take it now; nothing was sent. Try again later.', too_many: 'Many were sent from this network just now. Try again in a quarter of an hour.',
    closed: 'Ratings are not taken here.', unknown: 'The record of this visit is not here yet. The inspector may not have been online: try again in some days, and compare the code.', used: 'This code was used already; one rating a visit.',
    late: 'The visit was more than 90 days ago; no rating is taken any more.', work: 'The task grew old; press Send once more.', refused: 'It was not taken; look at what you wrote.',
  },
  private: 'This page keeps no cookie and no address.', tell: 'Questions',
}

export const kWords = { zh, en }
export type Language = keyof typeof kWords
export type Words = typeof zh
