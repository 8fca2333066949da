// In: nothing. Out: schemas of what claims and entries are made of: references, phrases, values, days.
import * as z from 'zod'

/** A party, person, place, outlet or thing by its id ("US", "person:jane-doe", "good:soybeans") and its name for readers. */
export const Ref = z.object({ id: z.string(), name: z.string() })
export type Ref = z.infer<typeof Ref>

/** Whether a body is a party or part of one: what one of its members wants, it may not. */
export const isPoliticalParty = ({ id, name }: Ref): boolean =>
  id.startsWith('org:') && /\b(?:party|caucus|democrats?|republicans?)\b/i.test(name)

/** Words of one report that stand for something said: the text, where it stands, its head word, names inside by id. */
export const Phrase = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  /** Lemma of the head word. */
  head: z.string(),
  ids: z.array(z.string()),
})
export type Phrase = z.infer<typeof Phrase>

export const Bound = z.enum(['=', '≈', '≤', '≥', '<', '>'])
export type Bound = z.infer<typeof Bound>

/** A quantity: never a bare number. `high` is the upper end of a range, `outOf` how many there are in all ("11 of 23"); "%" values are in percent. */
export const Value = z.object({
  value: z.number(),
  high: z.number().optional(),
  outOf: z.number().optional(),
  unit: z.string(),
  bound: Bound,
})
export type Value = z.infer<typeof Value>

/** One unknown day, both ends included. An absent end is unknown. */
export const Days = z.object({ earliest: z.string().optional(), latest: z.string().optional() })
export type Days = z.infer<typeof Days>

export const Polarity = z.enum(['affirmed', 'denied'])
export type Polarity = z.infer<typeof Polarity>

export const Modality = z.enum([
  'held',
  'ongoing',
  'planned',
  'expected',
  'possible',
  'conditional',
  'hypothetical',
  'background',
])
export type Modality = z.infer<typeof Modality>

/** Whether this is told as done or going on. */
export const isActual = (modality: string): boolean =>
  modality === 'held' || modality === 'ongoing' || modality === 'background'

export const StanceKind = z.enum([
  'concession',
  'offer',
  'open',
  'demand',
  'precondition',
  'red-line',
  'support',
  'oppose',
  'process',
  'threat',
])
/** What a party does with an issue; the first six in order of hardness. */
export type StanceKind = z.infer<typeof StanceKind>

export const Teller = z.enum(['self', 'opponent', 'outlet', 'third'])
export type Teller = z.infer<typeof Teller>

export const MeasureType = z.enum([
  'tariff',
  'export control',
  'import ban',
  'ban',
  'licence',
  'quota',
  'sanction',
  'probe',
  'subsidy',
  'tax',
  'ceasefire',
  'blockade',
  'strike',
  'military aid',
  'other',
])
export type MeasureType = z.infer<typeof MeasureType>

export const MeasureEffect = z.enum([
  'set',
  'raise',
  'lower',
  'suspend',
  'extend',
  'resume',
  'end',
  'stand',
  'exempt',
  'expand',
  'threaten',
  'strike down',
  'postpone',
])
/** What an act does to a measure; `stand` where the text says that it holds, `postpone` where it begins later than it was to. */
export type MeasureEffect = z.infer<typeof MeasureEffect>

export const MeasureStatus = z.enum([
  'proposed',
  'announced',
  'in force',
  'suspended',
  'ended',
  /** Planned or threatened, and given up before it began. */
  'called off',
  'struck down',
])
export type MeasureStatus = z.infer<typeof MeasureStatus>

/** `negotiation`: all the talks of some sides, told by the turns they take. */
export const RoundForm = z.enum(['round', 'meeting', 'summit', 'call', 'briefing', 'negotiation'])
export type RoundForm = z.infer<typeof RoundForm>

/** What becomes of a whole negotiation beside that it collapses; `left`: by one of those at the table, who may have `rejoined` it since. */
export const TALK_TURNS = [
  'broken off',
  'suspended',
  'stalled',
  'resumed',
  'ended',
  'left',
  'rejoined',
] as const
export const TalkTurn = z.enum(['collapsed', 'called off', ...TALK_TURNS])
export type TalkTurn = z.infer<typeof TalkTurn>

export const AgreementForm = z.enum([
  'framework',
  'truce',
  'joint statement',
  'treaty',
  'law',
  'deal',
  'contract',
])
export type AgreementForm = z.infer<typeof AgreementForm>

export const AgreementStage = z.enum([
  'proposed',
  'in principle',
  'agreed',
  /** By a body of both sides, or by both in form. */
  'adopted',
  'signed',
  'ratified',
  'in force',
  /** Given a longer term: it stands, and the day is that of the extension. */
  'extended',
  'suspended',
  /** One of its parties has left it. */
  'left',
  'lapsed',
  'rejected',
])
export type AgreementStage = z.infer<typeof AgreementStage>
/** Stages at which an agreement is made. */
export const MADE_STAGES: ReadonlySet<AgreementStage> = new Set([
  'agreed',
  'adopted',
  'signed',
  'ratified',
  'in force',
])

export const LinkageRelation = z.enum([
  'leverage',
  'precondition',
  'package',
  'exchange',
  'retaliation',
  'sequence',
  'pressure',
])
export type LinkageRelation = z.infer<typeof LinkageRelation>

/** Somebody who sat in a delegation, with the office the text gives and whether the person led it. */
export const Member = z.object({ person: Ref, office: z.string().optional(), head: z.boolean().optional() })
export type Member = z.infer<typeof Member>

export const Delegation = z.object({ party: Ref.optional(), members: z.array(Member) })
export type Delegation = z.infer<typeof Delegation>
