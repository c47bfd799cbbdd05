/** What waits for a review: filters, whose it is, many at once. */
export const reviewsZh = {
  reviews: {
    filters: '筛选', any: '全部', all: '取消全部筛选', standing: '正在使用的筛选', takeBack: '取消筛选：{what}', total: '共 {n} 条', order: '我的在前，然后', orders: { waits: '最早的', newest: '最新的', risk: '最严重的', score: '得分最低的', score_down: '得分最高的' },
    emptyFiltered: '没有符合这些筛选条件的待审记录。', mine: '指派给我', of: '审核人 {name}', nobodys: '未指派', waits: '等待 {n} 天以上', waited: '已等 {n} 天',
    withFindings: '有问题项', noFindings: '没有问题项', withVeto: '有否决项', noVeto: '没有否决项', waitsSecond: '等待第二名审核员', noSecond: '不等第二名审核员', agreedBy: '{name} 已同意，还等另一名', waitsSecondSay: '有一票否决项不合格：要两名审核员同意才算通过。', threadsOpen: '有未解决的问答', threadsAnswered: '检查员已回复', threadsHere: '未解决问答 {n} 处', threadsAnsweredHere: '待审核员 {n} 处', noGrade: '没有等级', noProgramme: '没有项目',
    facet: { programme: '项目', region: '地区', checklist: '检查表', grade: '等级', kind: '种类', inspector: '检查员', findings: '问题', veto: '否决', second: '第二审核', threads: '问答', days: '等待', assigned: '审核人' },
  },
  threads: {
    at: '{item} 的问答', ask: '对这一项提问：{item}', askTitle: '提问', askHere: '要问检查员什么；会签名发给能查看这条记录的工作人员，企业看不到', answer: '回复', answerTo: '回复：{item}', answerHere: '写下回复', sign: '签名并回复', signAsk: '签名并提问', cancel: '不写了', resolve: '标为解决', resolved: '已解决',
  },
  batch: {
    choose: '多选', all: '选中所列 {n} 条', none: '全部不选', chosen: '已选 {n} 条', pick: '选中 {name}', assign: '指派…', accept: '批量通过…',
    acceptTitle: '通过 {n} 条没有问题的记录', acceptSay: '签名一次，每条记录各有一份签名的审核意见。签名之前，本浏览器逐条重新取回并验证；已有新版本、问题或否决的会留下并说明原因。',
    leftOut: '另外 {n} 条不能批量通过，要逐条审核：', sign: '签名并通过 {n} 条',
    assignTitle: '指派 {n} 条记录的审核', assignSay: '指派是一份签名的记录，不限制别人审核；补正之后仍归此人。', whom: '指派给谁', me: '我自己', nobody: '收回（不指派给谁）', note: '要注意什么（可不写）', already: '其中 {n} 条本来就是这样，不再签。', signAssign: '签名并指派 {n} 条',
    acceptHead: '批量通过', assignHead: '批量指派', sofar: '{done} / {all} 条已签名', cut: '还有 {n} 条没有处理：中途断开了。已签名的不会重复。', goOn: '继续', end: '到此为止', away: '知道了', elsewhere: '另一个标签页正在处理这一批。',
    why: { changed: '列出之后有了新版本，请重新看过。', findings: '有问题项，要逐条审核。', veto: '有否决项，要逐条审核。', files: '有附件还没有到。', accepted: '已经通过了。', returned: '已经退回了。', incomplete: '还等第二名检查员签字。', own_record: '是自己参与的记录。', not_believed: '此记录不予采信。', not_supervisor: '本浏览器的授权不包含这一地区。', unverified: '验证未通过，请打开查看。' },
  },
  previous: {
    title: '与上次检查对照', verified: '已验证 · {name} · {at}', open: '打开这次检查', hint: '展开后取回该对象按同一检查表的上一次检查', none: '该对象按这份检查表没有更早的检查。', wrong: '服务器给出的不是该对象按同一检查表的更早一次检查，不予采信。', then: '上次', now: '本次', nothing: '各项与上次相同。', all: '连同没有变化的 {n} 项', fewer: '只看有变化的',
    otherDocument: '两次用的检查表版本不同（v{then} → v{now}），按得分比例比较。', count: { worse: '变差 {n} 项', better: '变好 {n} 项' }, change: { worse: '变差', better: '变好', other: '判定方式不同', new: '上次没有此项', gone: '本次没有此项', same: '没有变化' },
  },
  views: {
    title: '我的视图', save: '保存为视图…', name: '视图名称', keep: '保存', cancel: '取消', remove: '删除视图 {name}', newer: '视图在别处改过了，已重新读取；请再存一次。', say: '保存在服务器上，换一台机器也能用；只有自己看得到。', taken: '已有同名的视图，保存会替换它。',
  },
}
