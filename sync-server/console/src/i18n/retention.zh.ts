/** Terms of keeping, in Chinese. */
export const retentionZh = {
  retention: {
    title: '保管期限表', lead: '各类检查的案卷归档后保管多久，由管理员按文件公布。归档时不得短于表上的期限。', publish: '公布期限表', renew: '公布新版', none: '还没有公布期限表，保管期限以归档时写明的为准。', done: '已公布，日志第 {n} 条，已证明。', unbelieved: '有 {n} 份期限表不予采信，不起作用。',
    holds: '自 {day} 起有效', coming: '{day} 起有效', ended: '已被新版代替',
    runs: { next_year: '期限从归档次年 1 月 1 日起算', archiving: '期限从归档之日起算' },
    form: { title: '公布保管期限表', say: '签名后写入日志，从写明的那天起，归档时按它核对。', region: '适用地区', name: '名称', nameEn: '英文名称（可不填）', id: '编号（同一编号的新版代替旧版）', source: '依据的文件', where: '在哪里可以查到', from: '从哪天起有效', runs: '期限从何时起算', terms: '各类检查的期限', none: '不规定', sign: '签名公布' },
    lacks: { region: '请选适用地区。', title: '请写名称。', id: '请写编号。', source: '请写依据的文件。', where: '请写在哪里可以查到。', from: '请写从哪天起有效。', terms: '至少规定一类的期限。' },
    least: '《{title}》规定这类案卷至少保管：{term}。',
  },
}
export const retentionProblemsZh = { term_short: '这类案卷公布的保管期限比这更长。' }
