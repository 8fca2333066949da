// In: nothing. Out: the schema and type of a claim (what one sentence says) and of a reading (all of one report's).
import * as z from 'zod'
import { Notice } from './notice.ts'
import { Report } from './report.ts'
import { Sentences } from './span.ts'
import {
  AgreementForm,
  AgreementStage,
  Delegation,
  LinkageRelation,
  MeasureEffect,
  MeasureStatus,
  MeasureType,
  Modality,
  Phrase,
  Polarity,
  Ref,
  RoundForm,
  StanceKind,
  TALK_TURNS,
  Teller,
  Value,
} from './value.ts'

/** What a day is to a claim. */
export const DayRole = z.enum(['on', 'from', 'to', 'due', 'announced', 'asOf', 'said', 'originalDue'])
export type DayRole = z.infer<typeof DayRole>

/** A symbolic time of a claim, as `TimeExpression` without its place in the token table (TIMEX3; see language/doc.ts). */
export const ClaimDay = z.object({
  role: DayRole,
  start: z.int(),
  end: z.int(),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string().optional(),
  relative: z.record(z.string(), z.unknown()).optional(),
  anchor: z.enum(['published', 'previous', 'event']).optional(),
  mod: z.string().optional(),
  relation: z.string().optional(),
  /** Days counted on from it: "90 days from today" is today and 90. */
  plusDays: z.int().optional(),
  /** Months counted on from it by the calendar: "three months longer". */
  plusMonths: z.int().optional(),
  /** The dated time before it in the report, where the anchor is that. */
  previous: z
    .object({
      type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string().optional(),
      relative: z.record(z.string(), z.unknown()).optional(),
      anchor: z.enum(['published', 'previous', 'event']).optional(),
    })
    .optional(),
})
export type ClaimDay = z.infer<typeof ClaimDay>

/** What a sentence tells of a round of talks, a meeting, a call, a summit. */
export const RoundPart = z.object({
  thread: z.literal('round'),
  form: RoundForm,
  place: Ref.optional(),
  /** Id of the state that the place lies in, where the packs know it. */
  within: z.string().optional(),
  ordinal: z.int().optional(),
  delegations: z.array(Delegation),
  agenda: z.array(Phrase),
  phase: z.enum(['planned', 'opens', 'in session', 'held', 'ends', 'collapsed', 'called off', ...TALK_TURNS]),
  /** Who brought about such a turn of a whole negotiation. */
  by: z.array(Ref).optional(),
  /** Told in passing ("said after the meeting"): it says how a meeting told elsewhere went, and makes none. */
  passing: z.literal(true).optional(),
  /** Told as put off, brought forward or moved elsewhere. */
  moved: z.literal(true).optional(),
  outcome: Phrase.optional(),
})
export type RoundPart = z.infer<typeof RoundPart>

/** What a sentence tells of a measure: tariff, licence, ban, probe, ceasefire. `by` imposes, `on` is hit. */
export const MeasurePart = z.object({
  thread: z.literal('measure'),
  type: MeasureType,
  by: z.array(Ref),
  on: z.array(Ref),
  goods: z.array(Phrase),
  rate: Value.optional(),
  effect: MeasureEffect,
  status: MeasureStatus,
  direction: z.enum(['tightens', 'eases']).optional(),
  authority: Phrase.optional(),
  /** The words that name the measure. */
  name: Phrase,
})
export type MeasurePart = z.infer<typeof MeasurePart>

/** What a sentence tells of a deadline. `moves` is the count of extensions told; `counts` says whether this date is the n-th. */
export const DeadlinePart = z.object({
  thread: z.literal('deadline'),
  what: Phrase,
  obligor: z.array(Ref),
  setBy: z.array(Ref),
  /** Told number of times the deadline was moved so far. */
  moves: z.int().optional(),
  /** The place in the row of the move that is told: "a fourth delay". */
  n: z.int().optional(),
  /** A move told by this sentence. */
  move: z.enum(['set', 'extended', 'brought forward', 'lapsed', 'met']).optional(),
  /** By how much it was moved, where no day is told: the day it had until then tells the new one. */
  longer: z.object({ plusDays: z.int().optional(), plusMonths: z.int().optional() }).optional(),
  movedBy: z.array(Ref),
  onLapse: Phrase.optional(),
  authority: Phrase.optional(),
})
export type DeadlinePart = z.infer<typeof DeadlinePart>

export const AgreementPart = z.object({
  thread: z.literal('agreement'),
  name: Phrase,
  between: z.array(Ref),
  form: AgreementForm,
  stage: AgreementStage,
  /** What it is about, in the report's words. */
  about: z.array(Phrase),
  /** Who must still approve or sign, or did. */
  approvals: z.array(z.object({ who: Ref, done: z.boolean() })),
  leftOpen: z.array(Phrase),
  /** Whose account of the content this is; empty for the report's own. */
  accountBy: z.array(Ref),
})
export type AgreementPart = z.infer<typeof AgreementPart>

export const CommitmentPart = z.object({
  thread: z.literal('commitment'),
  by: z.array(Ref),
  to: z.array(Ref),
  what: Phrase,
  verification: Phrase.optional(),
  status: z.enum(['open', 'met', 'unmet']),
  /** The agreement the sentence ties it to. */
  under: Phrase.optional(),
})
export type CommitmentPart = z.infer<typeof CommitmentPart>

export const ThreadPart = z.discriminatedUnion('thread', [
  RoundPart,
  MeasurePart,
  DeadlinePart,
  AgreementPart,
  CommitmentPart,
])
export type ThreadPart = z.infer<typeof ThreadPart>

/** Something done, planned or refused. `type` is a code of docs/acts.md (PLOVER roots and the trade extension). */
export const ActBody = z.object({
  type: z.string(),
  /** PLOVER root the type maps to. */
  plover: z.string().optional(),
  actor: z.array(Ref),
  recipient: z.array(Ref),
  object: Phrase.optional(),
  /** What is said of the actor, from its verb on. */
  words: Phrase.optional(),
  place: Ref.optional(),
  inResponseTo: Phrase.optional(),
  about: ThreadPart.optional(),
})
export type ActBody = z.infer<typeof ActBody>

/** Something that holds. */
export const StateBody = z.object({ type: z.string(), about: ThreadPart })
export type StateBody = z.infer<typeof StateBody>

/** Who said what. `unnamed` describes a speaker without a name ("a ministry spokesperson"). */
export const StatementBody = z.object({
  speaker: z.array(Ref),
  /** Whom the speaker speaks for. */
  of: z.array(Ref),
  unnamed: z.string().optional(),
  cue: z.string(),
  content: z.string(),
  form: z.enum(['direct', 'indirect', 'mixed']),
  addressee: z.array(Ref),
})
export type StatementBody = z.infer<typeof StatementBody>

export const PositionBody = z.object({
  party: Ref,
  issue: Phrase,
  stance: StanceKind,
  content: Phrase,
  toldBy: Teller,
  /** Who tells it, where not the outlet itself. */
  teller: z.array(Ref),
  /** The party stands for itself, not for its state: a lawmaker, a party, a chamber. */
  forItself: z.literal(true).optional(),
})
export type PositionBody = z.infer<typeof PositionBody>

export const FigureBody = z.object({
  measures: Phrase,
  value: Value,
  /** What it is limited to: whose, where, of what. */
  scope: z.array(Phrase),
  of: z.array(Ref),
  change: z.enum(['up', 'down']).optional(),
  /** What it was before, where the same words tell it: "to 42 % from 45 %". */
  from: Value.optional(),
})
export type FigureBody = z.infer<typeof FigureBody>

export const LinkageBody = z.object({
  relation: LinkageRelation,
  from: Phrase,
  to: Phrase.optional(),
  user: z.array(Ref),
  target: z.array(Ref),
  goal: Phrase.optional(),
})
export type LinkageBody = z.infer<typeof LinkageBody>

export const DependencyBody = z.object({
  dependent: z.array(Ref),
  on: Ref,
  what: Phrase,
  share: Value.optional(),
  affects: z.array(Phrase),
})
export type DependencyBody = z.infer<typeof DependencyBody>

/** The words a claim rests on: spans of one report in order, role paths to their spans, the chain of who says so. */
/** Words of a sentence that mean somebody whom only the words before it name: "he", "the company". */
export const Meant = z.object({ start: z.int(), end: z.int(), name: z.string() })
export type Meant = z.infer<typeof Meant>

export const ClaimEvidence = z.object({
  report: z.string(),
  spans: z.array(z.object({ start: z.int(), end: z.int() })),
  roles: z.record(z.string(), z.object({ start: z.int(), end: z.int() })),
  /** The sentence as it stands in the report. */
  quote: z.string(),
  /** Speaker first (several who speak as one see `asOne`), then outlets or agencies, by id or by words where no id is known; empty for the report's own voice. */
  according: z.array(z.string()),
  foundBy: z.string(),
  polarity: Polarity,
  modality: Modality,
  condition: Phrase.optional(),
  meant: z.array(Meant).optional(),
})
export type ClaimEvidence = z.infer<typeof ClaimEvidence>

const claim = <K extends string, B extends z.ZodType>(kind: K, body: B) =>
  z.object({
    id: z.string(),
    kind: z.literal(kind),
    body,
    days: z.array(ClaimDay),
    evidence: ClaimEvidence,
  })

/** One sentence's worth (INDRA's raw statement). */
export const Claim = z.discriminatedUnion('kind', [
  claim('act', ActBody),
  claim('state', StateBody),
  claim('statement', StatementBody),
  claim('position', PositionBody),
  claim('figure', FigureBody),
  claim('linkage', LinkageBody),
  claim('dependency', DependencyBody),
])
export type Claim = z.infer<typeof Claim>
export type ClaimKind = Claim['kind']
export type ClaimOf<K extends ClaimKind> = Extract<Claim, { kind: K }>

export const Credit = z.object({
  start: z.int(),
  end: z.int(),
  outlet: z.string(),
  relation: z.enum(['reported by', 'said to', 'contributed', 'dateline', 'byline', 'copy']),
  whole: z.boolean(),
})

/** A name met in a report, for resolving parties and people over reports. */
export const Mention = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  of: z.string().optional(),
  title: z.string().optional(),
  count: z.int(),
})
export type Mention = z.infer<typeof Mention>

/**
 * What a clause tells and another may tell otherwise: a number, a place in a row, who did a thing, where a meeting is.
 * Nothing shows it by itself: where clauses of two reports differ in it and in little else, they disagree. `start`, `end`
 * are those of the sentence.
 */
export const Telling = z.object({
  start: z.int(),
  end: z.int(),
  /** The sentence, where no claim of the report has it. */
  quote: z.string().optional(),
  slot: z.enum(['number', 'rank', 'who', 'where']),
  /** Of a number or a rank (1 the first). */
  value: Value.optional(),
  /** Set where the value is the size of a change. */
  change: z.enum(['up', 'down']).optional(),
  /** The number that it is said not to be: "450, not 470". */
  not: z.number().optional(),
  /** The same for numbers that tellers of one report give one thing, and what the text says of why they differ. */
  rival: z.string().optional(),
  why: z.string().optional(),
  /** Who or where: ids of names, else lemmas; and in words. */
  holders: z.array(z.string()).optional(),
  holder: z.string().optional(),
  /** What it is of, in the report's words: "prisoners · exchanged". */
  label: z.string(),
  /** Who tells it, in words; "" for the report's own voice. */
  by: z.string(),
  /** Lemmas of what is counted, ranked or done: "prisoner", "raise", "talk". */
  counted: z.array(z.string()),
  /** Lemma of the clause's verb, "" where it has none. */
  deed: z.string(),
  /** The other content words of the clause: lemmas, and for names their ids. */
  words: z.array(z.string()),
  polarity: Polarity,
  modality: Modality,
  days: z.array(ClaimDay),
})
export type Telling = z.infer<typeof Telling>

/** Who told what is denied, where the denial alone says that somebody did. */
export const UNNAMED = 'others, not named'

/** A sentence that says of another of its report, or of its own first part or content, that it is not so. */
export const Denial = z.object({
  start: z.int(),
  end: z.int(),
  /** The sentence of what is denied. */
  told: z.object({ start: z.int(), end: z.int() }),
  /** Who denies, and who told it ("" for the report's own voice, or {@link UNNAMED}), in words. */
  by: z.string(),
  teller: z.string(),
  what: z.string(),
  /** What the second tells instead, where it only tells otherwise. */
  otherwise: z.string().optional(),
})
export type Denial = z.infer<typeof Denial>

/** A date of the calendar told as past, or `ahead`; `ago` is how far from the day of the report the words beside it put it. */
export const ToldDate = z.object({
  day: ClaimDay,
  quote: z.string(),
  ahead: z.literal(true).optional(),
  ago: z.object({ count: z.number(), unit: z.enum(['day', 'week', 'month']) }).optional(),
})
export type ToldDate = z.infer<typeof ToldDate>

/** What one report says, no day resolved. */
export const Reading = z.object({
  report: Report.omit({ text: true }),
  /** Shingle hashes, ascending (32-bit). */
  fingerprint: z.object({ outside: z.array(z.int()), inside: z.array(z.int()) }),
  credits: z.array(Credit),
  mentions: z.array(Mention),
  claims: z.array(Claim),
  /** Values in their clauses and denials, in order of the text; absent in readings made by hand. */
  tellings: z.array(Telling).optional(),
  denials: z.array(Denial).optional(),
  /** By these a report without a day is placed; absent where it states one, or none is told. */
  dates: z.array(ToldDate).optional(),
  sentences: Sentences,
  notices: z.array(Notice),
  readingVersion: z.string(),
})
export type Reading = z.infer<typeof Reading>

/** Several who tell a thing as one ("Peru and Chile announced …"), as one link of a chain of who says so. */
export const asOne = (voices: readonly string[]): string => [...new Set(voices)].sort().join('+')

/** The voices of one link of a chain of who says so. */
export const voicesIn = (link: string): string[] => link.split('+')
