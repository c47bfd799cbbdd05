/** Complaints, in Chinese. */
export const complaintsZh = {
  complaints: {
    title: '投诉举报', lead: '网上来的由服务器的受理密钥签名，只证明当天收到；电话、来访、来信由受理人记录签名。只有办理人看得到，被投诉的人和单位看不到。', take: '登记投诉举报', none: '没有投诉举报。', notYours: '只有审核员办理投诉举报。您登记的，登记后只由办理人处理。',
    state: { received: '待受理', accepted: '办理中', not_accepted: '不予受理', answered: '已答复' },
    channel: { page: '网上', phone: '电话', visit: '来访', letter: '来信', other: '其他' },
    about: { site: '检查对象', person: '检查人员', office: '机关或工作人员', other: '其他事项' },
    class: '类别', classes: { quality: '产品质量', process: '生产过程', standards: '标准执行', environment: '环境', safety: '安全', conduct: '工作作风和纪律', other: '其他' },
    outcomes: { founded: '属实', partly: '部分属实', unfounded: '不属实', unclear: '未能查实', passed_on: '移送有权机关' },
    received: '{day} 收到（{channel}）', answeredIn: '由{region}受理', dueAccept: '受理期限 {day}', dueAnswer: '答复期限 {day}', calendar: '（按自然日计：该年放假安排未公布）', late: '，已超期', onlyOverdue: '只看超期的',
    contact: '联系方式：{text}', photo: '照片 {n}', photoFailed: '照片取不到，或者与记录里的不同。',
    vouched: { came_in: '由{name}签名：证明当天从网上收到，不证明是谁写的、是否属实。', taken_down: '由{name}签名：证明来人这样说过。' },
    judged: { ok: '本浏览器已核对：由有权的人签名、在日志里，办理情况与签名一致。', differs: '列表说的和签名的记录不一致，以记录为准，请告诉管理员。', missing: '服务器没有给出可信的记录，请告诉管理员。' },
    acceptedBy: '{name} 于 {at} 受理，{class}，{days} 个工作日内答复', refusedBy: '{name} 于 {at} 不予受理，{class}', taskedBy: '{name} 于 {at} 转为检查任务', answeredBy: '{name} 于 {at} 答复：{outcome}',
    step: { accept: '受理', refuse: '不予受理', task: '关联检查任务', answer: '答复' },
    days: '答复期限（工作日）', daysHint: '举报一般 15 个工作日内核查，投诉 45 个工作日内终结（市场监督管理投诉举报处理暂行办法第三十一、二十一条）。',
    task: '检查任务', taskHint: '任务里不写投诉人、也不写有投诉；关联只有办理人看得到。', tells: '这项任务的要求里写了投诉人的联系方式，不能关联：请取消它，另派一项。',
    outcome: '结论', text: { accept: '说明（可不填，投诉人看得到）', refuse: '不予受理的理由', answer: '答复' }, readByThem: '投诉人凭查询码看得到这段话。', sign: '签名',
    lacks: { received: '收到的日期写今天或以前的一天。', site: '选一个检查对象。', region: '选所在地。', person: '选检查人员。', text: '写明反映的内容。', above: '本系统里没有上级机关，请转交其主管机关。' },
    hand: { title: '登记投诉举报', lead: '按来人所说记录。您的签名证明来人这样说过。', channel: '来源', received: '收到日期', kind: '反映的是', region: { other: '所在地', office: '被反映机关所在地', person: '检查人员的管辖地区', site: '所在地' }, choose: '请选择', answering: '由{region}受理，本人和本单位看不到。', notYours: '您不在这个机关，请让来人用网上投诉，或转交上级。', words: '名称、地点（可不填）', text: '反映的内容', contact: '联系方式（可不填）', sign: '签名登记', done: '已经登记', tell: '请把查询码告诉来人，凭它看办理情况；不能重发。', close: '关闭' },
  },
}
