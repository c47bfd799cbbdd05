/** ECharts, of which only what these pages draw is loaded, and with these pages only; drawn as SVG, so that it prints. */
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { StatisticCell } from '../api/statistic_types'
import { passRate, tenths } from './figures'

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer])

export const draw = (element: HTMLElement): EChartsType => init(element, null, { renderer: 'svg' })

const kFont = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
/** The page's tokens: an SVG follows the theme by itself, and prints light. */
const kInk = 'var(--ink)', kInk2 = 'var(--ink2)', kLine = 'var(--outline)', kBar = 'var(--line)', kAccent = 'var(--accent)', kGround = 'var(--card)'

/** Above the line of rates, below the bars of counts; each written at its place, and a month without a rate has a gap. */
export function trendOption(months: StatisticCell[], animate: boolean): Record<string, unknown> {
  const rates = months.map(passRate)
  const told = rates.filter((r): r is number => r !== null)
  const [low, high] = told.length ? [Math.min(...told), Math.max(...told)] : [0, 1000]
  const room = Math.max(50, (high - low) / 3)
  const names = months.map((m) => m.value)
  const most = Math.max(1, ...months.map((m) => m.n))
  return {
    animation: animate,
    textStyle: { fontFamily: kFont, color: kInk2 },
    grid: [{ left: 18, right: 18, top: 24, height: '42%' }, { left: 18, right: 18, top: '58%', bottom: 24 }],
    xAxis: [
      { type: 'category', data: names, gridIndex: 0, show: false },
      { type: 'category', data: names, gridIndex: 1, axisTick: { show: false }, axisLine: { lineStyle: { color: kLine } }, axisLabel: { color: kInk2, fontSize: 12, interval: 0 } },
    ],
    yAxis: [
      { type: 'value', gridIndex: 0, show: false, min: Math.max(0, low - room), max: high + room },
      { type: 'value', gridIndex: 1, show: false, max: most * 1.3 },
    ],
    series: [
      {
        type: 'line', xAxisIndex: 0, yAxisIndex: 0, data: rates, connectNulls: false, symbol: 'circle', symbolSize: 8, lineStyle: { color: kAccent, width: 2.5 },
        itemStyle: { color: kGround, borderColor: kAccent, borderWidth: 2.5 },
        label: { show: true, position: 'top', color: kInk, fontWeight: 'bold', fontSize: 13, formatter: (p: { value: number | null }) => (p.value === null || p.value === undefined ? '' : tenths(p.value)) },
      },
      {
        type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: months.map((m) => m.n), barMaxWidth: 30, itemStyle: { color: kBar, borderRadius: [3, 3, 0, 0] },
        label: { show: true, position: 'top', color: kInk2, fontSize: 12 },
      },
    ],
  }
}
