/** Receivers of new lines, in Chinese. */
export const hooksZh = {
  hooks: {
    title: '对外通知', lead: '日志里有了新记录，服务器就通知登记在这里的系统（Standard Webhooks）。通知只有序号、指纹、种类、案卷和地区，没有内容和人员；需要内容的系统凭自己的权限来取。',
    new: '登记接收方', refresh: '刷新', none: '还没有登记接收方。', everywhere: '全部地区', all: '全部种类', owner: '按{name}的权限', delivered: '最近送达 {at}', error: '最近一次失败：{error}',
    there: '已送到日志末尾', behind: '还差 {n} 条', answered: '对方回答 {status}', redirected: '对方回答 {status}，要转到别处；不跟随转址，请登记最终的地址', gone: '对方回答 {status}，不再接收',
    failing: '已失败 {n} 次（自 {since}），{due} 再试', stopped: '已停止',
    off: { failing: '连续七天送不到，已关闭', gone: '对方回答不再接收，已关闭', owner_revoked: '登记人的密钥已吊销，已关闭', owner_rights: '登记人不再是这个地区的管理员，已关闭', log_replaced: '日志从备份恢复过，等人指定从哪一条继续' },
    unfold: '送达记录', fold: '收起', messages: '送达记录', noMessages: '还没有发过通知。', acts: '谁做了什么', attempts: '第 {n} 次', lines: '{span}，{n} 条', taken: '{status}，{ms} 毫秒',
    head: { message: '通知编号', lines: '日志序号', tried: '最近发送', answer: '回答' },
    act: { stop: '停止', resume: '重新开始', place: '改从某条开始', secret: '更换密钥', remove: '删除', again: '再发一次' },
    ask: { resume: '之后按你的权限通知。不填序号，就从停下的地方（第 {n} 条）继续；没送到的那一份仍用原来的编号。', secret: '新密钥只显示一次。旧密钥在 24 小时内与新密钥同时签名，对方可以从容更换。', remove: '删除后不再通知，送达记录一并删除；谁登记、谁删除仍留在服务器的操作日志里。' },
    fromLine: '（从第 {n} 条起）',
    from: '从第几条继续（不填则从停下的地方）',
    did: { registered: '登记', stop: '停止', resume: '重新开始', again: '再发一次', secret: '更换密钥', removed: '删除' },
    secret: '{name}的签名密钥', secretSay: '现在交给对方，之后不再显示。对方用它核对每份通知的签名（webhook-signature）。', copy: '复制', copied: '已复制', secretDone: '已经交出',
    form: { title: '登记接收方', say: '登记不是签名记录：地址里可能带有口令，而日志永远保留。谁在什么时候登记，服务器另行记下。', name: '名称', nameLike: '例如：市大数据平台', url: '地址（只能是 https）', region: '地区', regionOrAll: '地区（不选则为全部地区）', kinds: '记录种类（不选则为全部）', from: '从第几条开始（不填则从新记录开始）', register: '登记' },
    family: { trust: '人员与密钥', reference: '公布的资料', planning: '计划与任务', field: '检查与自评', review: '审核', rectification: '整改', document: '文书', voice: '意见与投诉', log: '日志' },
    fault: { name: '请写明通知谁。', url: '地址要以 https:// 开头。', region: '请选一个你管理的地区。', from: '序号要是不小于 0 的整数。' },
  },
}
export const hookProblemsZh = { hook_unknown: '你管理的地区里没有这个接收方。', delivery_unknown: '没有这份通知的记录（只保留最近 200 份）。', bad_hook: '这样登记不了。', bad_hook_url: '接收方的地址不对：只能是 https，不带用户名。', hook_position: '日志里没有这个序号。', address_refused: '这个地址在本机或内部网络里，服务器不会去连；确有需要请运维人员放行。', too_many_hooks: '接收方已到上限，请先删除不用的。' }
