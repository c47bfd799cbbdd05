// Makes counties.geojson from the county outlines of a package that has them under a stated licence (README.md).
//   node make_outlines.mjs FOLDER OUT   FOLDER: geojson/shape-with-internal-borders of the package
// Joins by name to the codes of assets/regions, in one file for mapshaper, which then simplifies all of them together,
// so that neighbours keep the same line.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const [folder, out] = process.argv.slice(2)
const regions = JSON.parse(readFileSync(new URL('../regions/gansu_qinghai.json', import.meta.url), 'utf8')).regions
/** Names that changed since the outlines were drawn, over the same ground. */
const renamed = new Map([['华亭县', '华亭市'], ['湟中县', '湟中区'], ['同仁县', '同仁市']])
/** Prefectures by the pinyin of the package's file names. */
const prefectures = {
  gan1_su4_lan2_zhou1: '6201', gan1_su4_jia1_yu4_guan1: '6202', gan1_su4_jin1_chang1: '6203', gan1_su4_bai2_yin2: '6204',
  gan1_su4_tian1_shui3: '6205', gan1_su4_wu3_wei1: '6206', gan1_su4_zhang1_ye4: '6207', gan1_su4_ping2_liang2: '6208',
  gan1_su4_jiu3_quan2: '6209', gan1_su4_qing4_yang2: '6210', gan1_su4_ding4_xi1: '6211', gan1_su4_long3_nan2: '6212',
  gan1_su4_lin2_xia4_hui2_zu2_zi4_zhi4_zhou1: '6229', gan1_su4_gan1_nan2_cang2_zu2_zi4_zhi4_zhou1: '6230',
  qing1_hai3_xi1_ning2: '6301', qing1_hai3_hai3_dong1: '6302', qing1_hai3_hai3_bei3_cang2_zu2_zi4_zhi4_zhou1: '6322',
  qing1_hai3_huang2_nan2_cang2_zu2_zi4_zhi4_zhou1: '6323', qing1_hai3_hai3_nan2_cang2_zu2_zi4_zhi4_zhou1: '6325',
  qing1_hai3_guo3_luo4_cang2_zu2_zi4_zhi4_zhou1: '6326', qing1_hai3_yu4_shu4_cang2_zu2_zi4_zhi4_zhou1: '6327',
  qing1_hai3_hai3_xi1_meng2_gu3_zu2_cang2_zu2_zi4_zhi4_zhou1: '6328',
}
const features = []
for (const file of readdirSync(folder)) {
  const prefecture = prefectures[file.replace('.geojson', '')]
  if (!prefecture) continue
  for (const { properties, geometry } of JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).features) {
    const name = renamed.get(properties.name) ?? properties.name
    const found = regions.find((r) => r.code.startsWith(prefecture) && r.name === name)
    // What has no county's code of its own stands under its prefecture's.
    features.push({ type: 'Feature', properties: { code: found?.code ?? `${prefecture}00`, name }, geometry })
  }
}
writeFileSync(out, JSON.stringify({ type: 'FeatureCollection', features }))
console.log(`${features.length} outlines`)
