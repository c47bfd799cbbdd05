/**
 * A checklist document as this page reads it: titles, items, questions and the words of answers. It scores nothing; the
 * tablet did, and the server did it again at ingest. Whatever a document lacks, or a newer one has, shows as its raw id
 * and value rather than not at all.
 */
export type LocalText = Record<string, string>
/** `open`: asked and not answered; `none`: nothing says which. */
export type Verdict = 'pass' | 'part' | 'fail' | 'na' | 'open' | 'none'

export interface Choice {
  name: string
  label: LocalText
  verdict: Verdict
  /** May stand against a worse measurement. */
  overrules: boolean
}

export interface Limit {
  /** A number, or another question as ${id}. */
  value: string
  inclusive: boolean
}

/** Choices in an attached file: the columns that name and call them. */
export interface ChoiceFile {
  file: string
  value: string
  label: string
}

export interface Question {
  id: string
  type: string
  label: LocalText
  unit: LocalText
  choices: Choice[]
  lower: Limit | null
  upper: Limit | null
  calculation: string
  /** Instead of `choices`. */
  list?: ChoiceFile
  /** What stands in a group, or in each instance of a repeat; none of others. */
  questions?: Question[]
}

export interface StandardRef {
  ref: string
  title: LocalText
  clause: string
  force: string
}

export interface Item {
  id: string
  no: string
  text: LocalText
  guidance: LocalText
  points: number | null
  key: boolean
  veto: boolean
  advisory: boolean
  standards: StandardRef[]
  rule: string
  /** The question whose choice judges the item: where the verdict is that of the choice, its own words say it. */
  judge: string | null
  /** As the document has them: those of groups and repeats stand in these. */
  questions: Question[]
}

export interface Section {
  id: string
  title: LocalText
  items: Item[]
}

export interface Checklist {
  title: LocalText
  sections: Section[]
  grades: Map<string, { label: LocalText; tone: Verdict }>
  /** The SHA-256 of each attached file, by name. */
  attachments: Map<string, string>
}

type Json = Record<string, unknown>

/** Null when the bytes are no JSON object with sections; everything below that is read as far as it goes. */
export function readChecklist(text: string): Checklist | null {
  let doc: unknown
  try {
    doc = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(doc) || !Array.isArray(doc.sections)) return null
  const grades = new Map<string, { label: LocalText; tone: Verdict }>()
  for (const g of objects(doc.grades)) grades.set(str(g.id), { label: local(g.label), tone: verdict(g.tone) })
  const lists = new Map(Object.entries(isObject(doc.choices) ? doc.choices : {}).map(([name, list]) => [name, objects(list).map(readChoice)]))
  const attachments = new Map(Object.entries(isObject(doc.attachments) ? doc.attachments : {}).map(([name, hash]) => [name, str(hash)]))
  return { title: local(doc.title), sections: readSections(doc.sections, lists), grades, attachments }
}

export function say(text: LocalText | undefined, language: string): string {
  if (!text) return ''
  return text[language.slice(0, 2)] || Object.values(text)[0] || ''
}

type Lists = Map<string, Choice[]>

/** Sub-sections follow the section that they are part of. */
function readSections(v: unknown, lists: Lists): Section[] {
  return objects(v).flatMap((s, i) => [readSection(s, i, lists), ...readSections(s.sections, lists)])
}

function readSection(s: Json, at: number, lists: Lists): Section {
  return { id: str(s.id) || String(at + 1), title: local(s.title), items: objects(s.items).map((i) => readItem(i, lists)) }
}

function readItem(i: Json, lists: Lists): Item {
  const rule = isObject(i.rule) ? i.rule : { kind: i.rule }
  const kind = str(rule.kind) || 'choice'
  const questions = readQuestions(i.questions, lists)
  const judging = questions.find((q) => q.type === 'select_one' && q.choices.some((c) => c.verdict !== 'none'))
  return {
    id: str(i.id),
    no: str(i.no) || str(i.id),
    text: local(i.text),
    guidance: local(i.guidance),
    points: typeof i.points === 'number' ? i.points : null,
    key: i.key === true,
    veto: i.veto === true,
    advisory: i.advisory === true,
    standards: objects(i.standards).map((s) => ({ ref: str(s.ref), title: local(s.title), clause: str(s.clause), force: str(s.force) })),
    rule: kind,
    judge: str(rule.choice) || (kind === 'choice' ? (judging?.id ?? null) : null),
    questions,
  }
}

function readChoice(c: Json): Choice {
  return { name: str(c.name), label: local(c.label), verdict: verdict(c.verdict), overrules: c.overrules === true }
}

/** A question whose choices end with "other" is followed by the one that asks which. */
function readQuestions(v: unknown, lists: Lists): Question[] {
  return objects(v).flatMap((q) => {
    const question = readQuestion(q, lists)
    if (q.or_other !== true) return [question]
    if (!question.choices.some((c) => c.name === 'other')) question.choices = [...question.choices, { name: 'other', label: { zh: '其他', en: 'Other' }, verdict: 'none', overrules: false }]
    const which = { id: `${question.id}_other`, type: 'text', label: { zh: '请说明是哪一种', en: 'Please say which' }, unit: {}, choices: [], lower: null, upper: null, calculation: '' }
    return [question, which]
  })
}

function readQuestion(q: Json, lists: Lists): Question {
  const limits = isObject(q.limits) ? q.limits : {}
  return {
    id: str(q.id),
    type: str(q.type),
    label: local(q.label),
    unit: local(q.unit),
    choices: typeof q.choices === 'string' ? (lists.get(q.choices) ?? []) : objects(q.choices).map(readChoice),
    lower: limit(limits.min, true) ?? limit(limits.above, false),
    upper: limit(limits.max, true) ?? limit(limits.below, false),
    calculation: str(q.calculation),
    ...(typeof q.file === 'string' && { list: readChoiceFile(q.file, str(q.parameters)) }),
    ...(Array.isArray(q.questions) && { questions: readQuestions(q.questions, lists) }),
  }
}

/** "value=code label=title": what `parameters` call a column; its usual name otherwise. */
function readChoiceFile(file: string, parameters: string): ChoiceFile {
  const column = (what: string) => new RegExp(`(?:^|\\s)${what}=(\\S+)`).exec(parameters)?.[1]
  return { file, value: column('value') ?? 'name', label: column('label') ?? 'label' }
}

function limit(v: unknown, inclusive: boolean): Limit | null {
  return typeof v === 'number' || (typeof v === 'string' && v !== '') ? { value: String(v), inclusive } : null
}

function verdict(v: unknown): Verdict {
  return v === 'pass' || v === 'part' || v === 'fail' || v === 'na' ? v : 'none'
}

function local(v: unknown): LocalText {
  if (typeof v === 'string') return v === '' ? {} : { zh: v }
  if (!isObject(v)) return {}
  return Object.fromEntries(Object.entries(v).filter((e): e is [string, string] => typeof e[1] === 'string'))
}

function objects(v: unknown): Json[] {
  return Array.isArray(v) ? v.filter(isObject) : []
}

function isObject(v: unknown): v is Json {
  return typeof v === 'object' && v !== null && !Array.isArray(v)
}

function str(v: unknown): string {
  return typeof v === 'string' ? v : typeof v === 'number' ? String(v) : ''
}
