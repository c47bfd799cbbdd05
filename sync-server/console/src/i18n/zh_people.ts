/** Chinese words of people and devices, sites, and of files that are read: part of zh.ts. */
export const zhPeople = {
  members: {
    title: '人员与设备', lead: '每台设备自造钥匙，私钥不离开设备；撤销立即入日志，旧记录仍可验证。', invite: '登记人员或设备', import: '批量登记', search: '姓名、设备、证号、钥匙指纹', allRoles: '全部角色', allRegions: '全部地区', region: '地区',
    none: '从左边选一个人，或者登记一个新的。', empty: '没有符合条件的人员或设备。', range: '第 {from}–{to} 位 · 共 {n} 位', previous: '上一页', next: '下一页', never: '从未', days: '{n} 天', certificate: '执法证', until: '，至 {day}', touches: '涉及记录', inspection: '检查 {n}', drawn: '记录链，第 {from} 条到第 {to} 条',
    again: '再发一份邀请', grant: '授予权限', withdraw: '收回权限', revoke: '撤销这把钥匙…', own: '这是你正在用的浏览器。自己的权限要由别的管理员改。', notMine: '这把钥匙的权限超出你管理的地区，只能查看。',
    head: { person: '人员', role: '角色', place: '地区或对象', device: '设备', chain: '记录链', seen: '最近同步' },
    tile: { people: '人员', devices: '在用设备', forks: '分叉', gaps: '缺口', stale: '30 天未同步' },
    order: { label: '排序', trouble: '有问题的在前', name: '按姓名', seen: '最近同步在前' },
    state: { fork: '分叉：第 {n} 条有两份', forkOther: '分叉：接在了另一条后面', gap: '缺口：缺第 {n} 条', invited: '已邀请，还剩 {n}', expired: '邀请已于 {n} 过期', revoked: '已撤销 {day}，{reason}', compare: '已登记，请核对', whole: '1–{n} 相连', one: '1 条', empty: '还没有记录' },
    short: { fork: '分叉', gap: '缺口', compare: '待核对', stale: '久未同步', expired: '邀请过期', invited: '已邀请', whole: '相连', quiet: '还没有记录', revoked: '已撤销' },
    say: { fork: '同一把钥匙签出了两份同号的记录，多半是设备从旧备份恢复，或者被复制过。两支都已保留，都能验证。请向本人问清，再决定是否换发新钥匙。', gap: '缺第 {n} 条：后面的记录已经到了，这些还没有。多半还在设备上，等它同步；设备丢失时，这些记录就找不回来了。', stale: '这台设备最近一次同步是 {n}。它可能在没有网络的地方，也可能停用或遗失。', revoked: '{at} 撤销（日志第 {index} 条），原因：{reason}。在此之前签的记录仍然有效。' },
    ago: { now: '刚才', minutes: '{n} 分钟前', hours: '{n} 小时前', days: '{n} 天前' },
    compare: { title: '登记 {name} · {device}', say: '请本人读出设备上显示的四个字，与这里核对。一致，才说明登记的就是他手里那台设备。', yes: '一致，完成', no: '不一致，撤销', label: '核对字', reason: '四个字不一致，登记的不是本人的设备' },
    card: { qr: '{name} 的登记二维码', valid: '邀请有效', left: '还剩 {n}，限用一次', ended: '这份邀请已经过期，请再发一份。', endedAt: '已于 {at} 过期', elsewhere: '二维码只保存在制作它的浏览器里。本人没有拿到的话，请再发一份。', how: '请本人用平板上的“登记”扫描；浏览器用户用链接打开。邀请等于钥匙，只交给本人。', copy: '复制邀请', copyLink: '复制浏览器链接', copied: '已复制', print: '打印卡片', printAll: '打印全部卡片（{n}）', validUntil: '有效期至 {at}，限用一次', step1: '在平板上打开准绳，选“登记”，扫描左边的二维码（用浏览器的，请向管理员要链接）。', step2: '设置自己的 PIN，等登记完成。', step3: '在平板的“设置”里找到“核对字”，把这四个字报给管理员，并记在下面。' },
    form: { title: '登记人员或设备', say: '签发一份只能用一次的邀请。本人的设备用它登记自己的钥匙。', againTitle: '给 {name} 再发一份邀请', againSay: '同一个人、同样的权限，登记另一台设备。旧设备遗失时，请另外撤销它的钥匙。', name: '姓名', regions: '地区', sites: '对象', number: '执法证号（可不填）', until: '证件有效期', days: '邀请有效天数', namesake: '这是另一位同名的人', sign: '签发邀请',
      of: { inspector: '在所授地区做检查、出具整改要求。', enterprise: '只看得到、只能填写自己的对象。', supervisor: '审核所授地区的记录，不能审自己的。', administrator: '管理所授地区的人员、对象和检查表。', auditor: '查看所授地区的全部记录，什么也不能写。' } },
    change: { which: '收回哪一项', reason: '原因（写入日志，必填）', revoke: '撤销 {name} · {device} 的钥匙', revokeSay: '撤销立即写入日志：此后这把钥匙签的一律不算数，之前签的仍然有效。不能恢复，只能重新登记。', revokeSign: '签名并撤销', grant: '给 {name} · {device} 授权', grantSay: '从写入日志起生效。只能授予你自己管理的地区。', grantSign: '签名并授予', withdraw: '收回 {name} · {device} 的权限', withdrawSay: '从写入日志起不再有效；在此之前做的仍然有效。', withdrawSign: '签名并收回', example: { revoke: '例如：平板遗失', grant: '例如：临时代管金昌', withdraw: '例如：代管结束' } },
    fault: { no_name: '请写姓名。', name_long: '姓名太长，最多 40 字。', no_grant: '请选一项权限。', no_region: '请选至少一个地区。', no_site: '企业要选至少一个已公布的对象。', not_yours: '有的地区不归你管理。', days: '邀请有效期应是 1 到 90 天。', until: '证件有效期写成 2028-06 或 2028-06-30。', namesake: '已有同名的人。同一个人请从他那一行“再发一份邀请”；如果是另一个人，请勾选上面一项。', no_reason: '请写明原因。' },
  },
  sites: {
    title: '对象与项目', searched: '搜索“{text}”', lead: '公布的示范区、试点和企业。这里列出的每一行都在本浏览器里验证过。', new: '公布新对象', edit: '修改', import: '批量导入', search: '名称、编号、信用代码、项目、行业', none: '从左边选一个对象。', empty: '没有符合条件的对象。', range: '第 {from}–{to} 个 · 共 {n} 个', unbelieved: '有 {n} 行公布不予采信，没有列出。', proved: '已验证：日志第 {index} 条，{author} 于 {at} 公布', notMine: '该对象不在你管理的地区，只能查看。', becomesNew: '新公布', becomesUpdate: '更新',
    head: { id: '编号', name: '名称', code: '统一社会信用代码', region: '地区', address: '地址', programme: '项目', sector: '行业', contact: '联系人', point: '位置', lat: '纬度（北纬）', lon: '经度（东经）', becomes: '结果' },
    form: { new: '公布新对象', edit: '修改对象', say: '签名后写入日志，平板下次同步时收到。以最新一次公布为准，旧的保留。', idFrom: '不填就用信用代码', paste: '粘贴 GeoJSON（点，或边界取中心）', pasteWrong: '读不出位置：应是 GeoJSON 的点或边界。', mend: '还有 {n} 处要改。', sign: '签名并公布' },
  },
  pick: { region: '输入地名或代码，回车', region_none: '你管理的地区里没有“{text}”。', region_many: '“{text}”不止一处，请写上所在的市州。', drop: '去掉{name}', site: '搜索名称、编号或信用代码', siteNone: '没有找到已公布的对象。请先在“对象与项目”里公布。', more: '还有 {n} 个，请再输入几个字' },
  import: {
    people: { title: '批量登记人员', lead: '一次最多 500 人，XLSX 或 CSV（UTF-8、GBK 都可以）。先核对，确认之后才逐份签发邀请。', confirm: '将逐份签发 {n} 份邀请，并在日志中公开其姓名、角色和地区。', head: { name: '姓名', role: '角色', place: '地区或对象', certificate: '执法证', valid: '邀请有效' } },
    sites: { title: '批量导入对象', lead: 'XLSX、CSV（UTF-8、GBK 都可以）或 GeoJSON。先核对，确认之后才逐个公布；编号已有的算作更新。', confirm: '将逐个签名公布 {n} 个对象。' },
    choose: '选择文件', other: '换一个文件', template: '下载模板', drop: '也可以把文件拖到这里', faults: '有 {n} 处要改，改好后重新选择文件', notices: '{n} 处请留意，不影响导入', row: '行', column: '列', what: '怎么了，怎么改', preview: '将要写入的 {n} 行', mend: '改好上面列出的各处之前，什么都不会签发。', sign: '确认并签发 {n} 份', running: '正在签发 {n} / {total}', ended: '完成：签发 {n} / {total}', kept: '已签的不会重签；连上后自动继续。', stop: '暂停', resume: '继续签发剩下的 {n} 份', another: '再导入一个文件', drop_rest: '放弃剩下的', close: '关闭',
  },
  sheet: { not_a_sheet: '这不是表格文件。请选 XLSX 或 CSV。', encoding: '读不出文字：编码既不是 UTF-8 也不是 GBK。请另存为 XLSX。', too_large: '文件太大或行数太多。请拆成几个文件。', damaged: '文件损坏，读不出来。请用 Excel 或 WPS 打开后另存一次。', old_excel: '这是旧式的 XLS。请另存为 XLSX 或 CSV。', locked: '文件加了密码。请去掉密码后另存。', empty: '文件里没有内容。' },
  fault: {
    no_header: '没有找到表头。第一行应有这些列名：{names}。', no_column: '缺少这一列。', column_twice: '有两列同名，只能留一列。', column_unknown: '不认识的列，不会读取。', no_rows: '表头下面没有内容。', merged: '这是合并的单元格。请取消合并，在每一行写上内容。', excel_error: '单元格里是错误值 {text}。', formula: '这里是公式，按它上次算出的“{text}”读取，请核对。', formula_empty: '公式没有算出的值。请粘贴为数值。', formula_text: '以等号开头，像公式：{text}。请写成普通文字。', digits_lost: '这串数字被存成了数值（{text}），后面几位已经丢失。请把单元格设为“文本”后重新输入。', became_date: '这里被存成了日期（{text}）。请把单元格设为“文本”后重新输入。', missing: '没有填。', row_twice: '与第 {before} 行完全相同，请删去一行。', not_ready: '人员名单还没有读完，请稍等再选文件。',
    too_many_people: '有 {n} 人，一次最多 {most} 人。请拆成几个文件。', role_unknown: '不认识的角色“{text}”。可写：检查员、企业、审核员、管理员、审计员。', region_unknown: '没有叫“{text}”的地区。写县区名或行政区划代码。', region_ambiguous: '“{text}”不止一处，请写上所在的市州。', site_unknown: '没有公布过“{text}”。请先公布这个对象，或核对名称、编号、信用代码。', site_ambiguous: '“{text}”不止一个，请写编号或信用代码。', sites_ignored: '只有企业需要写对象，这里不读取。', no_site_given: '企业要写明对象：编号、名称或信用代码。', not_yours: '{region}不归你管理。', days: '应是 1 到 90 之间的整数。', no_day: '“{text}”不是日期。写成 2028-06 或 2028-06-30。', name_known: '已有叫“{name}”的人。同一个人请从他那一行再发邀请；另一个人请在“同名”列写“是”。', name_twice: '与第 {before} 行同名（{name}）。同一个人只写一行；另一个人请在“同名”列写“是”。', too_long: '太长，最多 {n} 个字。',
    no_id: '请写编号，或者写统一社会信用代码。', id_form: '编号只能用字母、数字、汉字、点和短横线，最多 60 个。', id_stands: '这个编号已经公布过（{name}）。要改它请从列表里打开。', no_name: '请写名称。', no_region: '请选县区。', not_a_county: '{region}不是县区。请写到县一级。', elsewhere: '这个编号已由别处公布（{region}，{name}），不归你管理。', update: '编号已公布过（{name}），将作为更新。', id_twice: '编号“{text}”与第 {before} 行相同。', code_twice: '信用代码“{text}”与第 {before} 行相同。', code_taken: '“{name}”（{id}）已用这个信用代码，请核对是不是同一家。',
    code_length: '信用代码应是 18 位，这里有 {n} 位。', code_letter: '第 {n} 位“{letter}”不会出现在信用代码里（不用 I、O、S、V、Z）。', code_prefix: '没有以“{prefix}”开头的信用代码。', code_region: '信用代码第 3 到 8 位应是数字。', code_check: '信用代码的校验位“{last}”不对，前面某一位抄错了。请对照营业执照。', code_body: '信用代码里主体标识码的校验位不符，少数旧代码如此。请对照营业执照。', half_a_point: '经度和纬度要一起写。', no_degrees: '“{text}”不是经纬度。写成 38.2471 或 38°14′49″。', no_point: '读不出经纬度。写成 38.2471 和 101.9683。', point_swapped: '经度和纬度写反了：{lat}, {lon}。', point_no_degrees: '{lat}, {lon} 不是经纬度。', point_elsewhere: '{lat}, {lon} 不在{region}境内。', point_abroad: '{lat}, {lon} 不在国内。',
  },
}
