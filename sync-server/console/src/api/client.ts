/** The calls of PROTOCOL.md that a browser makes. Each either answers or throws a Problem; none retries on its own. */
import type { ArchivedCase, KnownDisposal } from './archive_types'
import type { HookAnswer, HookDone, HooksAnswer } from './hook_types'
import type { Bytes } from '../base/bytes'
import { Problem, readProblem } from './problem'
import type { ReferralsPage } from './referral_types'
import type { TokenSource } from './token'
import type { ComplaintsFilter, KnownComplaint } from './complaint_types'
import type { KnownPanel, PanelRuleAnswer, RatingsAnswer, RatingTexts } from './voice_types'
import type { StatisticRecord, StatisticsAnswer } from './statistic_types'
import type { KnownCheck, KnownDraw, KnownPlan, KnownTask, Visits } from './planning_types'
import type { AssessmentProgress, ChainAnswer, ChainDetail, ChainPage, Column, EnrolAnswer, ExportCounts, FeedbackCounts, FindingsFilter, FindingsPage, KnownResult, Named, PushAnswer, RecordAnswer, RoundSitesPage, RoundsAnswer, ServerInfo, SavedViews, Status, Summary, SummaryPage, WaitingPage } from './types'

export interface CheckpointAnswer {
  checkpoint: string
  consistency?: string[]
}

type Send = typeof fetch

export type Family = 'inspection' | 'assessment'

/** Without those that say nothing. */
function parameters(all: Record<string, string | number | boolean | null | undefined>): string {
  const said = Object.entries(all).filter(([, v]) => v !== null && v !== undefined && v !== '' && v !== false)
  return new URLSearchParams(said.map(([name, v]) => [name, String(v)])).toString()
}

export class OpenApi {
  constructor(protected readonly send: Send = (...a) => fetch(...a)) {}

  server(): Promise<ServerInfo> {
    return this.json('/v1/server')
  }

  enrol(line: string): Promise<EnrolAnswer> {
    return this.json('/v1/enrol', { method: 'POST', body: line, headers: { 'Content-Type': 'text/plain' } })
  }

  protected async json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.ask(path, init)
    return (await response.json()) as T
  }

  protected async ask(path: string, init?: RequestInit): Promise<Response> {
    let response: Response
    try {
      response = await this.send(path, init)
    } catch (e) {
      if (e instanceof DOMException && e.name === 'AbortError') throw e
      throw new Problem(0, 'offline', e instanceof Error ? e.message : String(e))
    }
    if (!response.ok) throw await readProblem(response)
    return response
  }
}

export class Api extends OpenApi {
  constructor(
    private readonly tokens: TokenSource,
    send?: Send,
  ) {
    super(send)
  }

  push(line: string, have: number): Promise<PushAnswer> {
    const headers = { 'Content-Type': 'application/plumb-lines' }
    return this.json(`/v1/records?have=${have}`, { method: 'POST', body: line + '\n', headers })
  }

  /** Inspections, or self-assessments where `family` says so. */
  inspections(status: Status, after: string | null, limit: number, family: Family = 'inspection'): Promise<SummaryPage> {
    return this.json(`/v1/query/inspections?${parameters({ status, limit, family: family === 'assessment' ? family : '', after })}`)
  }

  /** What waits for a review: the caller's own first, then whatever came first. An empty grade or programme is one, too. */
  reviews(of: Record<string, string>, after: string | null, limit: number, family: Family = 'inspection'): Promise<WaitingPage> {
    return this.json(`/v1/query/reviews?${new URLSearchParams({ ...of, limit: String(limit), ...(family === 'assessment' && { family }), ...(after && { after }) })}`)
  }

  /** To whom a record of this region may be given for its review. */
  reviewers(region: string): Promise<{ items: Named[] }> {
    return this.json(`/v1/query/reviewers?${parameters({ region })}`)
  }

  /** The check before this one, of the same site by the same checklist. */
  previous(id: string): Promise<{ previous: Summary | null }> {
    return this.json(`/v1/query/records/${encodeURIComponent(id)}/previous`)
  }

  /** What this person keeps of how she looks at lists, on whatever machine. */
  savedViews(): Promise<SavedViews> {
    return this.json('/v1/views')
  }

  /** Takes the place of the version that was read; 409 `views_newer` where another machine was there first. */
  saveViews(views: SavedViews): Promise<SavedViews> {
    return this.json('/v1/views', { method: 'POST', body: JSON.stringify(views), headers: { 'Content-Type': 'application/json' } })
  }

  /** Receivers of new lines, of the regions that this person administers. */
  hooks(): Promise<HooksAnswer> {
    return this.json('/v1/hooks')
  }

  hook(id: string): Promise<HookAnswer> {
    return this.json(`/v1/hooks/${encodeURIComponent(id)}`)
  }

  addHook(asked: Record<string, unknown>): Promise<HookDone> {
    return this.json('/v1/hooks', { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' } })
  }

  changeHook(id: string, asked: Record<string, unknown>): Promise<HookDone> {
    return this.json(`/v1/hooks/${encodeURIComponent(id)}`, { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' } })
  }

  archive(filter: Record<string, string>, after: string | null, limit: number): Promise<{ items: ArchivedCase[]; next: string | null }> {
    return this.json(`/v1/query/archive?${parameters({ ...filter, limit, after })}`)
  }

  /** Lists of archived cases to dispose of, the newest first. */
  disposals(of: { state?: string }, after: string | null, limit: number): Promise<{ items: KnownDisposal[]; next: string | null }> {
    return this.json(`/v1/query/disposals?${parameters({ ...of, limit, after })}`)
  }

  /** What followed failed items under their kinds of supervision, the newest first. */
  referrals(filter: Record<string, string>, after: string | null, limit: number): Promise<ReferralsPage> {
    return this.json(`/v1/query/referrals?${parameters({ ...filter, limit, after })}`)
  }

  findings(column: Column, filter: FindingsFilter, today: string, after: string | null, limit: number): Promise<FindingsPage> {
    return this.json(`/v1/query/findings?${parameters({ ...filter, overdue: filter.overdue ? 1 : '', column, today, limit, after })}`)
  }

  rounds(): Promise<RoundsAnswer> {
    return this.json('/v1/query/rounds')
  }

  /** Tasks by the day that is due, of the regions that the caller may read. */
  tasks(of: { state?: string; person?: string; site?: string; draw?: string; order?: string }, after: string | null, limit: number): Promise<{ items: KnownTask[]; next: string | null }> {
    return this.json(`/v1/query/tasks?${parameters({ ...of, limit, after })}`)
  }

  /** Random draws of the regions that the caller may read, newest first. */
  draws(after: string | null, limit: number): Promise<{ items: KnownDraw[]; next: string | null }> {
    return this.json(`/v1/query/draws?${parameters({ limit, after })}`)
  }

  /** One draw, with the checkpoint that decides it; null while nobody else has written since. */
  draw(id: string): Promise<KnownDraw & { deciding: { size: number; root: string } | null }> {
    return this.json(`/v1/query/draws/${encodeURIComponent(id)}`)
  }

  /** A year's statistics of the regions that the caller may read. */
  statistics(of: { year: string; region: string; programme: string | null; today: string }): Promise<StatisticsAnswer> {
    // A site may state no programme: "" is one, too.
    const programme = of.programme === null ? '' : `&programme=${encodeURIComponent(of.programme)}`
    return this.json(`/v1/query/statistics?${parameters({ year: of.year, region: of.region, today: of.today })}${programme}`)
  }

  /** The records behind a number, the newest first. */
  statisticRecords(of: Record<string, string>, after: string | null, limit: number): Promise<{ items: StatisticRecord[]; next: string | null }> {
    return this.json(`/v1/query/statistics/records?${new URLSearchParams({ ...of, limit: String(limit), ...(after && { after }) })}`)
  }

  /** Annual plans of the regions that the caller may read, the newest first. */
  plans(after: string | null, limit: number): Promise<{ items: KnownPlan[]; next: string | null }> {
    return this.json(`/v1/query/plans?${parameters({ limit, after })}`)
  }

  /** Proposed checks of the regions that the caller may read, the newest first. */
  checks(of: { state?: string }, after: string | null, limit: number): Promise<{ items: KnownCheck[]; next: string | null }> {
    return this.json(`/v1/query/checks?${parameters({ ...of, limit, after })}`)
  }

  /** Complaints that the caller answers, the newest first. */
  complaints(of: ComplaintsFilter, today: string, after: string | null, limit: number): Promise<{ items: KnownComplaint[]; next: string | null }> {
    return this.json(`/v1/query/complaints?${parameters({ ...of, today, limit, after })}`)
  }

  /** What was said about these complaints or panels of experts, with what it rests on; proved against the checkpoint of that size. */
  about(of: readonly string[], after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/about?${parameters({ of: of.join(','), after, size })}`)
  }

  /** How enterprises rated visits, by office and quarter. */
  ratings(year: string, region: string): Promise<RatingsAnswer> {
    return this.json(`/v1/query/ratings?${parameters({ year, region })}`)
  }

  /** What was written beside ratings, the newest first. */
  ratingTexts(region: string, after: string | null, limit: number): Promise<{ items: RatingTexts[]; next: string | null }> {
    return this.json(`/v1/query/ratings/texts?${parameters({ region, limit, after })}`)
  }

  /** By which rule experts would score this inspection. */
  panelRule(of: string): Promise<PanelRuleAnswer> {
    return this.json(`/v1/query/panels/rule?${parameters({ of })}`)
  }

  /** Panels of experts, the newest first. */
  panels(of: { mine?: string; over?: string; of?: string }, after: string | null, limit: number): Promise<{ items: KnownPanel[]; next: string | null }> {
    return this.json(`/v1/query/panels?${parameters({ ...of, limit, after })}`)
  }

  /** Results of inspections by where their publication stands, in the order of the log. */
  published(of: { state: string; today: string }, after: string | null, limit: number): Promise<{ items: KnownResult[]; next: string | null }> {
    return this.json(`/v1/query/published?${parameters({ ...of, limit, after })}`)
  }

  /** Whom a task in this region may be assigned to. */
  inspectors(region: string): Promise<{ items: { id: string; name: string }[] }> {
    return this.json(`/v1/query/inspectors?${parameters({ region })}`)
  }

  /** How often sites were checked in a year, and their open tasks of it; at most 200 at once. */
  visits(sites: readonly string[], year: number): Promise<{ items: Visits[] }> {
    return this.json(`/v1/query/visits?${parameters({ sites: sites.join(','), year })}`)
  }

  /** Every site that the round is for; `step`: only those there, or `late`. */
  roundSites(round: string, step: string, today: string, after: string | null, limit: number): Promise<RoundSitesPage> {
    return this.json(`/v1/query/rounds/${encodeURIComponent(round)}/sites?${parameters({ step, today, limit, after })}`)
  }

  /** Self-assessments, begun and submitted, newest first. */
  assessments(of: { round?: string; site?: string }, after: string | null, limit: number): Promise<{ items: AssessmentProgress[]; next: string | null }> {
    return this.json(`/v1/query/assessments?${parameters({ ...of, limit, after })}`)
  }

  record(id: string): Promise<RecordAnswer> {
    return this.json(`/v1/query/records/${encodeURIComponent(id)}`)
  }

  /** A paper as PDF; `paper`: "score_sheet", or "all" bound as one. */
  paper(id: string, paper: string, language: string, signal?: AbortSignal): Promise<Response> {
    return this.ask(`/v1/query/records/${encodeURIComponent(id)}/papers/${paper}.pdf?language=${language}`, { signal })
  }

  /** How much a list has that is to be taken away; `name`: "inspections", "sites". */
  exportCounts(name: string, query: string): Promise<ExportCounts> {
    return this.json(`/v1/export/${name}?${query}`)
  }

  /** A list as a file, on its way; `name`: "inspections.csv". */
  exported(name: string, query: string, signal?: AbortSignal): Promise<Response> {
    return this.ask(`/v1/export/${name}?${query}`, { signal })
  }

  chain(): Promise<ChainAnswer> {
    return this.json('/v1/query/chain')
  }

  checkpoint(have: number): Promise<CheckpointAnswer> {
    return this.json(`/v1/checkpoint?have=${have}`)
  }

  /** The checkpoint as anybody is shown it, with what witnesses signed under it. */
  async shownCheckpoint(): Promise<string> {
    return (await this.ask('/log/checkpoint')).text()
  }

  consistency(from: number, to: number): Promise<{ hashes: string[] }> {
    return this.json(`/v1/proof/consistency?from=${from}&to=${to}`)
  }

  /** A page of the feed, as text: the log's trust lines from the index `after` on, below `size`. */
  async trust(after: number, size: number): Promise<string> {
    return (await this.ask(`/v1/trust?after=${after}&size=${size}&limit=5000`)).text()
  }

  /** How the chains of devices stand, of which this browser's person may know; a page of at most 1000. */
  chains(after: string): Promise<ChainPage> {
    return this.json(`/v1/query/chains?after=${encodeURIComponent(after)}`)
  }

  chainOf(kid: string): Promise<ChainDetail> {
    return this.json(`/v1/query/chains/${encodeURIComponent(kid)}`)
  }

  /** A page of the feed: the newest lines of published sites, from the index `after` on, below `size`. */
  async sites(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/sites?after=${after}&size=${size}&limit=5000`)
  }

  /** A page of the feed: what was proposed about sites, what answered it, and every publication of those sites. */
  async proposals(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/proposals?after=${after}&size=${size}&limit=5000`)
  }

  /** A page of the feed: what people say of standards. */
  async feedback(after: number, size: number, of?: { standard: string; clause: string }): Promise<{ body: string; cursor: number; more: boolean }> {
    const about = of ? `&${new URLSearchParams({ standard: of.standard, clause: of.clause })}` : ''
    return this.provedPage(`/v1/feedback?after=${after}&size=${size}&limit=5000${about}`)
  }

  /** How many words there are of each clause; `as`: of one class, 'waiting', or ('') of all. */
  feedbackCounts(as: string): Promise<FeedbackCounts> {
    return this.json(`/v1/query/feedback/counts${as ? `?class=${as}` : ''}`)
  }

  private async provedPage(path: string): Promise<{ body: string; cursor: number; more: boolean }> {
    const response = await this.ask(path)
    return { body: await response.text(), cursor: Number(response.headers.get('Plumb-Cursor')), more: response.headers.get('Plumb-More') === '1' }
  }

  /** A file of a record, by tus: what an earlier try has brought is not sent again. */
  async upload(sha256: string, type: string, bytes: Bytes): Promise<void> {
    const tus = { 'Tus-Resumable': '1.0.0' }
    const metadata = `sha256 ${btoa(sha256)},type ${btoa(type)}`
    const made = await this.ask('/v1/uploads', { method: 'POST', headers: { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata } })
    const offset = Number(made.headers.get('Upload-Offset') ?? 0)
    const place = made.headers.get('Location')
    if (offset >= bytes.length) return
    if (!place) throw new Problem(0, 'internal', 'the server did not say where the file goes')
    await this.ask(place, { method: 'PATCH', headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, body: bytes.slice(offset) })
  }

  /** A page of the caller's own feed, from the log index `after` on; proved against the newest checkpoint. */
  async feed(after: number, have: number, limit = 500): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/records?after=${after}&limit=${limit}&have=${have}`)
  }

  /** A page of the feed: the lines that published years of the calendar, from the index `after` on, below `size`. */
  async calendar(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/calendar?after=${after}&size=${size}`)
  }

  /** Likewise the lines that published registers of inspection items. */
  async registers(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/registers?after=${after}&size=${size}`)
  }

  /** Likewise the lines that published terms of keeping. */
  async retentions(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/retentions?after=${after}&size=${size}`)
  }

  /** Likewise the lines that published programmes. */
  async programmes(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }> {
    return this.provedPage(`/v1/programmes?after=${after}&size=${size}`)
  }

  async file(sha256: string, signal?: AbortSignal): Promise<Bytes> {
    const response = await this.ask(`/v1/files/${sha256}`, { signal })
    return new Uint8Array(await response.arrayBuffer())
  }

  /**
   * A picture of the file whose longer side has so many pixels: the server's word, for looking, and no evidence. It makes
   * one when it is first asked for. Null where there is none, and where it takes its time.
   */
  async smallPicture(sha256: string, side: 320 | 1600, signal?: AbortSignal): Promise<Bytes | null> {
    for (const pause of [300, 700, 1000, 2000, 3000, 5000, 0]) {
      try {
        const response = await this.ask(`/v1/files/${sha256}?w=${side}`, { signal })
        if (response.status !== 202) return new Uint8Array(await response.arrayBuffer())
      } catch (e) {
        if (e instanceof Problem && e.code === 'no_small_picture') return null
        throw e
      }
      if (pause === 0 || signal?.aborted) break
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return null
  }

  /** A token that ended between two calls is renewed once, unseen. */
  protected override async ask(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await super.ask(path, await this.signed(init))
    } catch (e) {
      if (!(e instanceof Problem) || (e.code !== 'token_expired' && e.code !== 'token_missing')) throw e
      this.tokens.forget()
      return super.ask(path, await this.signed(init))
    }
  }

  private async signed(init?: RequestInit): Promise<RequestInit> {
    const headers = { ...(init?.headers as Record<string, string>), Authorization: `Bearer ${await this.tokens.get()}` }
    return { ...init, headers }
  }
}
