/** Registers of inspection items, in Chinese. */
export const registersZh = {
  registers: {
    title: '检查事项清单', lead: '没有公布的事项不得检查（国办发〔2024〕54号）。有清单的地方，提出检查时从清单里选事项，服务器按同样的规则核对。', show: '检查事项清单', back: '返回检查审批', publish: '公布清单', replace: '公布新的一版', none: '还没有公布过清单：提出检查时不核对事项。', ended: '已不再有效', coming: '{day} 起有效', holds: '{from} 起有效', until: '{from} 至 {until} 有效', count: '{n} 项', proved: '已验证：日志第 {index} 条，{author} 于 {at} 公布', unbelieved: '有 {n} 行公布不予采信，没有使用。', everywhere: '所有地区', done: '已公布 · 日志第 {n} 条', unfold: '看事项', fold: '收起',
    head: { code: '编码', name: '检查事项', basis: '依据', object: '对象', modes: '方式', most: '年度上限' }, timesOf: '本年 {n} / {most} 次', times: '{n} 次', either: '现场或非现场',
    form: { title: '公布检查事项清单', say: '事项从表格读入，签名后写入日志；新的一版从它的起始日起代替旧的一版。', region: '适用地区', name: '清单名称', nameEn: '英文名称（可不填）', id: '清单编号', source: '公布它的文件', where: '公众在哪里能查到', from: '起始日', until: '最后一日（可不填）', file: '选择表格（xlsx、csv）', other: '另选表格', template: '下载模板', preview: '读出 {n} 项', row: '行', column: '列', what: '问题', sign: '签名并公布', sheet: '检查事项清单' },
    lacks: { region: '要选适用地区。', title: '要写清单名称。', id: '要写清单编号。', source: '要写公布它的文件。', where: '要写公众在哪里能查到。', from: '要写起始日。', until: '最后一日不能早于起始日。', items: '还没有读入事项。', faults: '表格里的问题要先改好。' },
    pick: '检查事项（从 {n} 份有效清单中选）', choose: '要选至少一个事项。', unpublished: '“{item}”不在当日有效的清单里，没有公布的事项不得检查。', mode: '按照清单，“{item}”不能用这种方式检查。', useBasis: '用所选事项的依据', note: '这项检查写的“{item}”不在当日有效的清单里。', noteMode: '按照清单，“{item}”不能用这种方式检查。', noteNone: '这项检查没有写明事项，而当日有清单有效。',
  },
}
