// In: nothing. Out: the schema and type of an entry (one fact of the record, told by many), of disputes and of the record.
import * as z from 'zod'
import { Meant, StatementBody } from './claim.ts'
import { Notice } from './notice.ts'
import { Report } from './report.ts'
import { Sentences } from './span.ts'
import {
  AgreementForm,
  AgreementStage,
  Days,
  LinkageRelation,
  MeasureEffect,
  MeasureStatus,
  MeasureType,
  Modality,
  Polarity,
  Ref,
  RoundForm,
  StanceKind,
  TALK_TURNS,
  TalkTurn,
  Teller,
  Value,
} from './value.ts'

/** How an evidence's information came to its report. */
export const OriginKind = z.enum(['own', 'wire', 'quoted', 'official', 'copied', 'unstated'])
export type OriginKind = z.infer<typeof OriginKind>

/** Where the information of facts first came from: an outlet, an agency, a speaker or an official document. */
export const Origin = z.object({
  id: z.string(),
  kind: OriginKind,
  name: z.string(),
  reports: z.array(z.string()),
})
export type Origin = z.infer<typeof Origin>

/** One report's words for an entry. `days` are resolved; `says` is this evidence's own value of what is in dispute. */
export const Evidence = z.object({
  id: z.string(),
  report: z.string(),
  spans: z.array(z.object({ start: z.int(), end: z.int() })),
  quote: z.string(),
  origin: z.string(),
  according: z.array(z.string()),
  foundBy: z.string(),
  polarity: Polarity,
  modality: Modality,
  condition: z.string().optional(),
  meant: z.array(Meant).optional(),
  days: z.array(
    z.object({
      role: z.string(),
      earliest: z.string().optional(),
      latest: z.string().optional(),
      words: z.string(),
    }),
  ),
  /** Set where the report could not have known this (its publication day is earlier than what it tells as held). */
  flag: z.string().optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** The sentences of a piece of evidence, wherever they are quoted again. */
export const sentenceKey = ({ report, quote }: Pick<Evidence, 'report' | 'quote'>): string =>
  `${report} ${quote}`

/** Someone named as sitting in a delegation; `namedBy` counts reports. */
export const Seat = z.object({
  person: Ref,
  office: z.string().optional(),
  head: z.boolean().optional(),
  namedBy: z.int(),
})

/** A turn of a negotiation: what became of it, by whom; `on` is its day, `told` when its first report was out. */
export const RoundTurn = z.object({
  turn: TalkTurn,
  by: z.array(Ref),
  on: Days.optional(),
  told: Days.optional(),
  modality: Modality,
  evidence: z.array(z.string()),
})
export type RoundTurn = z.infer<typeof RoundTurn>

export const RoundBody = z.object({
  form: RoundForm,
  name: z.string(),
  ordinal: z.int().optional(),
  /** Which evidence tells which number in the row; more than one number is a dispute. */
  ordinals: z.array(z.object({ evidence: z.string(), ordinal: z.int() })),
  place: Ref.optional(),
  /** The days of the meeting: first and last, where given. */
  opens: Days.optional(),
  ends: Days.optional(),
  /** Days it had been planned for before it was moved. */
  movedFrom: z.array(Days).optional(),
  /** True where it was called off for its day and put off, not given up. */
  putOff: z.literal(true).optional(),
  /** Days on which reports show it in session. */
  inSession: z.array(Days),
  /** Evidence that tells how it ended. */
  endToldBy: z.array(z.string()).optional(),
  delegations: z.array(z.object({ party: Ref.optional(), members: z.array(Seat) })),
  agenda: z.array(z.string()),
  outcome: z.string().optional(),
  /** Of a negotiation the turns it took, in the order of their days. */
  turns: z.array(RoundTurn).optional(),
  status: z.enum(['planned', 'possible', 'in session', 'held', 'collapsed', 'called off', ...TALK_TURNS]),
})
export type RoundBody = z.infer<typeof RoundBody>

export const MeasureStep = z.object({
  effect: MeasureEffect,
  status: MeasureStatus,
  rate: Value.optional(),
  from: Days.optional(),
  to: Days.optional(),
  /** "at least until": the end is a bound. */
  toIsBound: z.boolean().optional(),
  announced: Days.optional(),
  modality: Modality,
  condition: z.string().optional(),
  /** Evidence ids of the entry. */
  evidence: z.array(z.string()),
})
export type MeasureStep = z.infer<typeof MeasureStep>

export const MeasureBody = z.object({
  type: MeasureType,
  name: z.string(),
  by: z.array(Ref),
  on: z.array(Ref),
  goods: z.array(z.string()),
  steps: z.array(MeasureStep),
  status: MeasureStatus,
  authority: z.string().optional(),
  direction: z.enum(['tightens', 'eases']).optional(),
})
export type MeasureBody = z.infer<typeof MeasureBody>

export const DeadlineMove = z.object({
  n: z.int().optional(),
  by: z.array(Ref),
  on: Days.optional(),
  to: Days.optional(),
  modality: Modality,
  evidence: z.array(z.string()),
})
export type DeadlineMove = z.infer<typeof DeadlineMove>

export const DeadlineBody = z.object({
  name: z.string(),
  what: z.string(),
  obligor: z.array(Ref),
  due: Days,
  originalDue: Days.optional(),
  /** Every due day read for this chain, oldest first. */
  chain: z.array(Days),
  setBy: z.array(Ref),
  moves: z.array(DeadlineMove),
  /** Times moved as reports count them; more than one value is a dispute. */
  movesTold: z.array(z.int()),
  /** Which evidence tells which count. */
  counts: z.array(z.object({ evidence: z.string(), moves: z.int() })),
  onLapse: z.string().optional(),
  authority: z.string().optional(),
  /** An outcome that a report tells of. */
  outcome: z.enum(['met', 'lapsed']).optional(),
})
export type DeadlineBody = z.infer<typeof DeadlineBody>

export const AgreementBody = z.object({
  name: z.string(),
  form: AgreementForm,
  stage: AgreementStage,
  between: z.array(Ref),
  about: z.array(z.string()),
  /** Ids of commitment entries. */
  terms: z.array(z.string()),
  leftOpen: z.array(z.string()),
  approvals: z.array(z.object({ who: Ref, done: z.boolean() })),
  accounts: z.array(z.object({ by: Ref, content: z.string(), evidence: z.string() })),
  stages: z.array(
    z.object({
      stage: AgreementStage,
      on: Days.optional(),
      modality: Modality,
      evidence: z.array(z.string()),
    }),
  ),
})
export type AgreementBody = z.infer<typeof AgreementBody>

export const CommitmentBody = z.object({
  by: z.array(Ref),
  to: z.array(Ref),
  what: z.string(),
  due: Days.optional(),
  verification: z.string().optional(),
  status: z.enum(['open', 'met', 'unmet', 'not reported']),
  under: z.string().optional(),
})
export type CommitmentBody = z.infer<typeof CommitmentBody>

export const ActEntryBody = z.object({
  type: z.string(),
  plover: z.string().optional(),
  actor: z.array(Ref),
  recipient: z.array(Ref),
  object: z.string().optional(),
  /** What is said of the actor in a report's words, from the verb on; of the telling whose type the entry has. */
  words: z.string().optional(),
  /** Of a vote: those for and those against, "285-144". */
  count: z.string().optional(),
  place: Ref.optional(),
  inResponseTo: z.string().optional(),
  on: Days.optional(),
})
export type ActEntryBody = z.infer<typeof ActEntryBody>

export const StatementEntryBody = StatementBody.extend({ on: Days.optional() })
export type StatementEntryBody = z.infer<typeof StatementEntryBody>

export const PositionEntryBody = z.object({
  party: Ref,
  issue: z.string(),
  stance: StanceKind,
  content: z.string(),
  toldBy: Teller,
  teller: z.array(Ref),
  on: Days.optional(),
})
export type PositionEntryBody = z.infer<typeof PositionEntryBody>

export const FigureEntryBody = z.object({
  measures: z.string(),
  value: Value,
  scope: z.array(z.string()),
  of: z.array(Ref),
  /** Ids of what the words of `measures` name. */
  named: z.array(z.string()).optional(),
  asOf: Days.optional(),
  change: z.enum(['up', 'down']).optional(),
  /** What it was before, where the words that tell the value tell it. */
  from: Value.optional(),
})
export type FigureEntryBody = z.infer<typeof FigureEntryBody>

/** `fromEntry` and `toEntry` are ids where the ends could be resolved to entries. */
export const LinkageEntryBody = z.object({
  relation: LinkageRelation,
  from: z.string(),
  to: z.string().optional(),
  fromEntry: z.string().optional(),
  toEntry: z.string().optional(),
  user: z.array(Ref),
  target: z.array(Ref),
  goal: z.string().optional(),
})
export type LinkageEntryBody = z.infer<typeof LinkageEntryBody>

export const DependencyEntryBody = z.object({
  dependent: z.array(Ref),
  on: Ref,
  what: z.string(),
  share: Value.optional(),
  asOf: Days.optional(),
  affects: z.array(z.string()),
})
export type DependencyEntryBody = z.infer<typeof DependencyEntryBody>

/** Who tells a fact: counts of evidence by voice, and the reports. */
export const Voices = z.object({
  self: z.int(),
  opponent: z.int(),
  third: z.int(),
  outlet: z.int(),
  reports: z.int(),
})
export type Voices = z.infer<typeof Voices>

/** What a person put right, beside what the machine found (`machine`, absent where nothing was replaced). */
export const EntryCorrection = z.object({
  kind: z.string(),
  field: z.string().optional(),
  machine: z.unknown().optional(),
  text: z.string().optional(),
  by: z.string(),
  reason: z.string().optional(),
})
export type EntryCorrection = z.infer<typeof EntryCorrection>

/** Who checked an entry; `holds` is false where its evidence changed since. */
export const EntryCheck = z.object({ by: z.string(), holds: z.boolean(), text: z.string().optional() })
export type EntryCheck = z.infer<typeof EntryCheck>

const entry = <K extends string, B extends z.ZodType>(kind: K, body: B) =>
  z.object({
    id: z.string(),
    kind: z.literal(kind),
    body,
    polarity: Polarity,
    modality: Modality,
    evidence: z.array(Evidence),
    origins: z.object({ sure: z.int(), atMost: z.int() }),
    voices: Voices,
    /** 0–1; calibrated; never printed to people. */
    belief: z.number(),
    /** Ids of disputes. */
    disputes: z.array(z.string()),
    /** When it holds or happened. */
    valid: z.object({ from: Days.optional(), to: Days.optional() }),
    /** The day by which the first report of it was surely out, and the first it may have been. */
    known: Days,
    /** Superseded values with the evidence of each, oldest first. */
    history: z.array(z.object({ value: z.string(), known: Days, evidence: z.array(z.string()) })),
    /** Outside the negotiation: counted, never lost. */
    aside: z.boolean(),
    /** Why evidence was merged into one entry: the matching key in words. */
    mergedBy: z.string(),
    corrections: z.array(EntryCorrection).optional(),
    checked: z.array(EntryCheck).optional(),
  })

export const Entry = z.discriminatedUnion('kind', [
  entry('round', RoundBody),
  entry('measure', MeasureBody),
  entry('deadline', DeadlineBody),
  entry('agreement', AgreementBody),
  entry('commitment', CommitmentBody),
  entry('act', ActEntryBody),
  entry('statement', StatementEntryBody),
  entry('position', PositionEntryBody),
  entry('figure', FigureEntryBody),
  entry('linkage', LinkageEntryBody),
  entry('dependency', DependencyEntryBody),
])
/** One fact of the record, told by one or many reports (INDRA's assembled statement). */
export type Entry = z.infer<typeof Entry>
export type EntryKind = Entry['kind']
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>

/** How the explanation of a dispute ends that found nothing to settle it by. */
export const UNSETTLED = 'nothing that was read settles it.'
/** The whole explanation of a dispute for which none was found. */
export const UNEXPLAINED = 'Not explained by what was read.'

/** Reports that disagree: each reading with its evidence, and the likely reason with what it rests on. */
export const Dispute = z.object({
  id: z.string(),
  class: z.enum(['conflict', 'explained', 'contested']),
  type: z.enum(['value', 'count', 'date', 'status', 'who', 'direction', 'definition', 'scope']),
  /** What is in dispute, in words. */
  about: z.string(),
  entries: z.array(z.string()),
  readings: z.array(z.object({ value: z.string(), evidence: z.array(z.string()) })),
  explanation: z.object({ text: z.string(), restsOn: z.array(z.string()) }),
})
export type Dispute = z.infer<typeof Dispute>

export const Party = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  names: z.array(z.string()),
  of: z.string().optional(),
  titles: z.array(z.object({ title: z.string(), reports: z.array(z.string()) })),
  reports: z.int(),
})
export type Party = z.infer<typeof Party>

export const Issue = z.object({
  id: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  entries: z.int(),
})
export type Issue = z.infer<typeof Issue>

export const PlacedReport = Report.omit({ text: true, published: true }).extend({
  published: z.object({
    value: z.string().optional(),
    stated: z.string().optional(),
    earliest: z.string().optional(),
    latest: z.string().optional(),
    how: z.string(),
    /** What placed a report without a date: reports and words it rests on. */
    because: z.string().optional(),
  }),
  sentences: Sentences,
  /** Reports this one copies or is copied by (one origin). */
  copies: z.array(z.string()),
  textLength: z.int(),
})
/** A report as the record knows it: placed in time, without its text. */
export type PlacedReport = z.infer<typeof PlacedReport>

/** The whole record, as `parley record` prints it: a stable contract; fields may be added, not renamed. */
export const RecordJson = z.object({
  reports: z.array(PlacedReport),
  origins: z.array(Origin),
  parties: z.array(Party),
  issues: z.array(Issue),
  entries: z.array(Entry),
  disputes: z.array(Dispute),
  notices: z.array(Notice),
  /** The negotiation proposed from the record: its name, its parties, and the days between which its reports appeared. */
  negotiation: z.object({
    name: z.string(),
    parties: z.array(Ref),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
  readingVersion: z.string(),
})
export type RecordJson = z.infer<typeof RecordJson>
