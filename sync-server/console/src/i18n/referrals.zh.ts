/** What follows the four kinds of supervision, in Chinese. */
export const referralsZh = {
  referrals: {
    place: '四种监督', say: '违反强制性条款的移送执法，推荐性条款的提改进建议，团体标准的函告社会团体，企业标准的转其自我声明公开。每件去向都是签名记录。', toBoard: '问题在整改看板', none: '没有这样的记录。', counts: '各类去向的件数', kindHead: '监督方式', itemsHead: '涉及问题', stateHead: '办理情况', anyState: '全部情况', open: '尚未办结', year: '文书年度',
    followed: '监督去向', items: '涉及项目', toWhom: '{day} 致 {to}，文号 {number}',
    kind: { enforcement: '移送执法', improvement: '改进建议', association: '函告社会团体', declaration: '企业自我声明监督' },
    state: { referred: '已发出', received: '已收到', concluded: '已办结', declined: '不予受理' },
    button: { enforcement: '登记移送执法', improvement: '登记改进建议', association: '登记函告团体', declaration: '登记声明监督' },
    title: { enforcement: '移送执法', improvement: '改进建议', association: '函告社会团体', declaration: '企业标准自我声明监督' },
    to: { enforcement: '移送给哪个执法机构', improvement: '建议发给谁', association: '函告哪个社会团体', declaration: '告知哪家企业（自我声明公开方）' },
    lead: '监督方式由所引标准的类别决定，不能改。签名后写入日志；问题本身的整改照常进行。', number: '文书文号', day: '文书日期', text: '其他说明（可不填）', sign: '签名',
    lacks: { items: '请至少选一个项目。', to: '请写发给谁。', number: '请写文号。', day: '请写日期。' },
    answer: { button: '登记答复', title: '登记答复：{number}', as: '对方', day: '哪一天', note: '说明（可不填）', outcome: '处理结果', why: '不予受理的理由', number: '对方文号（可不填）', lacks: { text: '请写结果或理由。', day: '请写日期。' } },
  },
}
export const referralProblemsZh = { referral_unknown: '服务器的日志里没有这件去向。', referral_over: '这件去向已经办结或不予受理，不能再答复。', referral_twice: '有项目已经登记过去向。', referral_day: '日期不对：还没有到，或者早于检查、早于所答复的文书。', supervision_differs: '所引标准的类别决定了监督方式，与所写的不同。' }
