/** Disposal of archived cases, in Chinese. */
export const disposalZh = {
  disposal: {
    title: '鉴定与销毁清册', lead: '期满案卷的销毁由一人鉴定提出、另一人批准；清册永久保存。', none: '还没有销毁清册。', cases: '清册所列案卷', count: '案卷 {n} 件', by: '提出人：{name}', id: '清册编号', box: '档案盒“{title}”，持有人应一并销毁',
    state: { proposed: '待批准', approved: '已批准销毁', refused: '不同意' }, reason: '鉴定意见', disputes: '争议核对',
    proposedBy: '{name} 于 {at} 提出', approvedBy: '{name} 于 {at} 批准销毁', refusedBy: '{name} 于 {at} 不同意', own: '由您提出，须由另一人批准。',
    judged: { ok: '本浏览器按日志核对过这份清册', differs: '服务器所说与日志里的清册不符，不能据此决定', missing: '日志里没有可以采信的这份清册，不能据此决定' },
    pick: '选入清册', pickOne: '选入清册：{site} {day}', pickAll: '全选期满的 {n} 件', pickNone: '全部不选', waits: '已列入清册，待批准', was: '{day} 由 {name} 批准销毁', record: '本案已于 {day} 由 {name} 批准销毁：照片和附件不再保存，记录的文字、签名和哈希永久保留。',
    propose: { button: '提出销毁（{n} 件）', title: '提出销毁', lead: '所列案卷的保管期限都已届满，且未列入其他清册。永久保管的、期限未满的、尚有事项未结的不能列入，提交时逐件核对。', reason: '鉴定意见：为什么可以销毁', disputes: '有无未结的复议、诉讼、投诉举报，怎么核对的', disputesLike: '例：已核对复议、诉讼和投诉举报台账，均无未结事项', boxes: '最近一次取出时的档案盒（没有则不填）', boxTitle: '档案盒名称', boxIn: '选取档案盒文件', boxReading: '正在计算指纹…', boxUnread: '{name} 没有读完，没有列入。请确认文件还在、没有被别的程序改动，再选一次。', boxOut: '不列这一盒', boxSay: '只在本浏览器里计算 SHA-256，文件不上传。', region: '您的权限不能覆盖所选全部案卷的地区，请分开提出。', sign: '签名提出' },
    approve: { button: '批准销毁', title: '批准销毁', goes: '签名后，服务器上只属于这些案卷的照片、附件和文书文件立即删除，不能恢复；其他案卷也引用的文件不删。', stays: '日志里的每一条记录、文字、签名、文件哈希和这份清册永久保留。', elsewhere: '平板、备份、档案盒和他人另存的副本不在其内，由持有人处理。', sure: '我已逐件看过清册，同意销毁。', reason: '意见（可不填）', sign: '签名批准' },
    refuse: { button: '不同意', title: '不同意销毁', reason: '理由', sign: '签名' },
    lacks: { reason: '请写鉴定意见。', disputes: '请写争议核对情况。', title: '请写档案盒名称。', many: '一份清单的案件和档案盒各不超过 {n}，请分几份提出。' },
  },
}
export const disposalProblemsZh = {
  disposal_unknown: '服务器的日志里没有这份清册，或者内容不同。', disposal_decided: '这份清册已经有人决定过。', disposal_own: '提出人不能批准自己提出的清册，须由另一人决定。', disposal_elsewhere: '清册里有案卷不在清册的地区内。', disposal_permanent: '清册里有永久保管的案卷，永久保管的不得销毁。', disposal_differs: '清册所写的归档记录、期限或期满日与日志不符。', disposal_waits: '清册里有案卷已列入另一份待批准的清册。', not_archived: '清册里有案卷还没有归档。', term_runs: '清册里有案卷的保管期限还没有满。', case_disposed: '这件案卷已经销毁，不能再有后续。', file_disposed: '这个文件已随案卷销毁，不再提供，也不再接收。', referral_open: '清册里有案卷的四种监督去向还没有办结。',
}
