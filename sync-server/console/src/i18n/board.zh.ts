/** The rectification board and what is signed on it, in Chinese. */
export const boardZh = {
  board: {
    column: { to_order: '待下达', with_enterprise: '整改中', reported: '待复查', closed: '已关闭' },
    empty: { to_order: '没有等待下达的问题。', with_enterprise: '企业手里没有问题。', reported: '没有等待复查的问题。', closed: '还没有关闭的问题。' },
    open: '{n} 个问题未关闭', at: '{at} 更新', overdue: '逾期 {n}', overdueBy: { one: '逾期 {n} 天', many: '逾期 {n} 天' }, daysLeft: { one: '剩 {n} 天', many: '剩 {n} 天' }, dueToday: '今天到期', asksUntil: '申请延期到 {day}', reportedLate: '迟报，待复查', round: '第 {n} 次', noText: '（没有写明事实）',
    keys: { rows: '上下', columns: '左右换列', open: '打开' }, filters: '筛选', region: '地区', allRegions: '全部地区', allOf: '{name} 全部县区', programme: '项目', allProgrammes: '全部项目', inspector: '检查员', allInspectors: '全部检查员', severity: '严重程度', allSeverities: '全部严重程度', supervisions: '监督方式', allSupervisions: '全部监督方式', supervision: { enforcement: '行政执法', improvement: '改进', association: '团体自律', declaration: '声明监督' }, follows: { enforcement: '违反强制性条款：立案查处', improvement: '未达到推荐性条款：发改进通知', association: '未达到团体标准：致函发布标准的团体', declaration: '未达到企业标准：记入其自我声明' }, within: '期限', whenever: '期限不限', dueWithin: '{n} 天内到期', onlyOverdue: '只看逾期', noFilter: '清除筛选', filteredOut: '现在按期限或逾期筛选，这一列不在其中。',
    finding: '问题', back: '返回看板', noSuchFinding: '没有这个问题。', noSuchFindingWhy: '可采信的检查记录里没有写明它，或者记录已改。', orderNumber: '整改通知 {number}', record: '检查记录', dueOn: '{day} 前', wasExtended: '已延期', unstated: '最新一版已不再写明', facts: '事实', history: '签名的经过', notVerified: '{n} 条未能验证', allVerified: '{n} 条均已验证', sameCase: '同一次检查的其他问题', more: '其他', ignored: '已签名，但不按次序，不起作用',
    before: '整改前', after: '整改后', no: { before: '没有照片', after: '还没有照片' },
    next: { found: '等待下达整改', ordered: '等待送达', delivered: '等待企业上报', reported: '等待复查', objected: '等待答复申辩', rejected: '等待企业再次上报', asked: '等待答复延期申请', corrected: '当场改正，已关闭', passed: '已关闭', withdrawn: '已撤销，已关闭', handed_over: '已移送，本处关闭', ended: '已终止', closed: '全部问题已关闭，可以归档', archived: '已归档' },
    nothing: { here: '现在没有需要你签的。', archived: '案卷已归档，不再接受新的记录。' },
  },
  findingState: { corrected: '当场改正', found: '待下达', ordered: '已下达，未送达', delivered: '整改中', reported: '已上报，待复查', objected: '申辩待答复', rejected: '复查未通过', passed: '复查通过', withdrawn: '已撤销', handed_over: '已移送', ended: '已终止' },
  caseState: { submitted: '检查待审核', returned: '检查已退回', reviewed: '检查已通过', ordered: '整改进行中', closed: '全部关闭', archived: '已归档', incomplete: '等第二名检查员签字' },
  standardStatus: { upcoming: '即将实施', in_force: '现行', partly_replaced: '部分代替', replaced: '被代替', withdrawn: '废止' },
  act: {
    another_inspection: '它说的是另一次检查。', not_cosigned: '检查还等第二名检查员签字，签字之前不能据此下达或终止什么。', returned: '检查已退回给作者，问题还可能变。', version_old: '它针对的不是最新一版检查，请先读最新一版。', order_unknown: '这次检查没有下达过这样的整改通知。', archived: '案卷已归档，之后什么都不能发生。', case_open: '检查通过、问题全部关闭之后才能归档。', no_finding: '检查没有在第 {item} 项写明问题。', not_of_order: '第 {item} 项不在这份整改通知里。', not_its_turn: '第 {item} 项现在是“{state}”，轮不到这一步。', not_its_turn_asked: '第 {item} 项现在是“{state}”，并在等待延期的答复，轮不到这一步。',
    request_unknown: '第 {item} 项等待答复的是另一份申请。', own_report: '自己上报的不能自己复查。', own_person: '第 {item} 项是本人用另一把钥匙上报的：自己上报的不能自己复查。', day_far: '第 {item} 项：{day} 太远，不像期限。', due_past: '第 {item} 项：期限 {day} 已经过去。', no_later: '第 {item} 项：{day} 不晚于现在的期限 {due}。',
  },
  beside: { title: '与自评对照', hint: '展开后取回该对象此前最近一次自评', loading: '正在取回自评并验证…', none: '这次检查之前没有提交过同一检查表的自评。', differ: '{total} 项中 {n} 项不同', verified: '自评已验证 · {name} · {at}', open: '打开自评', inspection: '检查', assessment: '自评', notAsked: '没有这一项', all: '再显示相同的 {n} 项', fewer: '只看不同的' },
  assessed: { title: '填写人', assigned: '{section}：由 {by} 派给 {name}（{at}）。', alone: '没有分头填写的记录，由提交人一并写明。', items: '{n} 项', statedOnly: '提交时写明 {name} 填了 {n} 项，没有找到其填写记录。', replaced: '第 {item} 项：{by} 改写了 {before} 先前的填写。', tooLate: '有 {n} 条填写在提交之后到达，不起作用。', tooLateOne: '提交之后到达，不起作用。' },
  rounds: {
    title: '自评轮次', lead: '轮次写明哪些对象在哪段时间按哪张检查表自评。公布后企业同步即见。', none: '还没有公布过轮次。', open: '新开轮次', edit: '修改', close: '结束', closed: '已结束', running: '进行中', future: '未开始', over: '已过期限', sites: '{n} 个对象', region: '{name} 全部对象', progress: '进度', noSites: '这一轮没有对象。', noneThere: '没有对象处在这一步。', unpublished: '没有公布过的对象', answered: '已填 {n} 项', handedIn: '{day} 提交', cameLate: '迟交', isLate: '逾期未交', step: { all: '全部', not_begun: '未开始', filling: '填写中', submitted: '待审核', returned: '已退回', accepted: '已通过', late: '逾期或迟交' }, more: '再显示一些',
    form: { new: '新开轮次', edit: '修改轮次', id: '编号', idHint: '小写字母、数字和连字符，公布后不变', zh: '名称（中文）', en: '名称（英文，可不写）', checklist: '检查表', opens: '开始', closes: '截止', forRegion: '地区全部对象', forSites: '选定的对象', region: '地区', publish: '签名并公布', closeTitle: '结束这一轮？', closeSay: '之后不再接受这一轮的填写和提交；已收到的不受影响。', closeYes: '签名并结束' },
    lacks: { id: '编号只能用小写字母、数字和连字符。', taken: '已有同一编号的轮次。', title: '要写中文名称。', checklist: '要选检查表。', days: '开始和截止都要填，截止不能早于开始。', sites: '至少选一个对象。' }, notYours: '公布轮次要管理员的授权，你可以查看。', done: '已公布 · 日志第 {n} 条，已证明',
  },
  actForm: {
    title: { ordered: '下达整改通知', delivered: '确认送达', extended: '同意延期', extensionRefused: '不同意延期', verified: '复查通过（书面）', rejected: '退回，再次整改', withdrawn: '撤销这项整改', handedOver: '移送', ended: '终止', archived: '归档' },
    button: { ordered: '下达整改', delivered: '确认送达', extended: '同意延期', extensionRefused: '不同意延期', verified: '复查通过', rejected: '退回补充', withdrawn: '撤销', handedOver: '移送', ended: '终止', archived: '归档' },
    lead: {
      ordered: '逐项写明事实和要求。签名后写入日志，企业在同步后看到；编号由这条记录自身得出。', delivered: '整改通知已到企业手里。', extended: '写明延到哪一天，可以与申请的不同。', extensionRefused: '写明理由，原期限不变。', verified: '根据上报的照片和文件判断已改正。现场复查请用平板。', rejected: '写明还差什么，给出新的期限。对申辩，即申辩不成立。', withdrawn: '整改本不该下达，或申辩成立。写明理由，问题关闭。', handedOver: '移送其他机关处理，问题在本处关闭。', ended: '对象已注销或无法联系，整改不能继续。', archived: '问题全部关闭，案卷归档并写明保存期限。',
    },
    text: { facts: '事实', remark: '说明（可不写）', reason: '理由', done: '做了什么' }, requirement: '要求', requirementLike: '例如：达到“{item}”', clause: '条款', noClause: '不引用条款', due: '期限', until: '延到', doneOn: '完成于', late: '迟报原因', count: '期限计算', counted: { working: '按工作日', calendar: '按自然日' }, daysFrom: { working: '个工作日，到', calendar: '天，到' },
    fellBack: '期限跨入尚未公布放假安排的年份（已有 {years}），全部按自然日计算并写明。', source: '依据：{source}', office: '下达机关', contact: '联系方式', remedies: '救济途径', delivery: '送达方式', how: { in_person: '当面送达', refused: '拒收，有见证人', post: '邮寄', electronic: '电子送达' }, inPerson: '签收要由对方用手指、触控笔或鼠标亲手写，没有用键盘的办法；写不了的，请选其他送达方式。', signer: '签收人姓名', signature: '手写签收', notYet: '对方确认签收后，整改才算送达。', fileWaits: '手写签收的图像还没有送到服务器，连上后自动补送。', tracking: '单号', witness: '见证人', witnessed: '见证人 {name}', refusedWhy: '拒收理由', to: '移送给', why: '原因', ended: { closed_down: '已注销或停业', unreachable: '无法联系' }, term: '保存期限', terms: { '10': '10 年', '30': '30 年', permanent: '永久' },
    lacks: { finding: '至少选一项问题。', facts: '每项都要写明事实。', reason: '每项都要写明理由。', requirement: '每项都要写明要求。', days: '天数要在 0 到 3660 之间。', office: '要写明下达机关。', refused: '拒收要写明见证人和理由。', signer: '要写明签收人的姓名。', signature: '签收人还没有手写签名。', to: '要写明移送给谁。' },
    signSay: '将用本浏览器的密钥签下以下内容并写入日志，签后不能撤回：', raw: '原文', back: '返回修改', show: '核对要签的内容', sign: '签名', done: '已签名：{what} · 日志第 {n} 条，已证明',
  },
}
