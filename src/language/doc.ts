// In: nothing. Out: the shape of one report's reading, the table that every layer fills and every rule reads.
import type { PartRole, Range, SymbolicTime } from '../model/index.ts'

export type { Anchor, RelativeTime, TimeRelation, TimeType, TimeUnit } from '../model/index.ts'

/** Universal part-of-speech tags (UD v2) in the order of their codes in `Tokens.pos`. */
export const UPOS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const
export type Upos = (typeof UPOS)[number]

/** A sentence: its characters, its tokens `[first, last)`, the part it stands in and its paragraph (from 0, by report). */
export interface Sentence extends Range {
  readonly first: number
  readonly last: number
  readonly role: PartRole
  readonly paragraph: number
}

/**
 * The tokens of a report in columns, in order of the text, one row a token. Words are kept apart as UD does
 * ("do" + "n't", "Anna" + "'s").
 */
export interface Tokens {
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** The word as written; typographic quotes and dashes folded to ASCII. */
  readonly form: readonly string[]
  /** Lower-cased form. */
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  /** Index into {@link UPOS}. */
  readonly pos: Uint8Array
  /** Penn tag, "" where unknown. */
  readonly tag: readonly string[]
  /** Token index of the head in the whole report; −1 for the root of a sentence and in unparsed sentences. */
  readonly head: Int32Array
  /** UD relation with subtype ("nsubj:pass"), "" in unparsed sentences. */
  readonly dep: readonly string[]
  /** Index of the sentence. */
  readonly sent: Int32Array
}

export type NameType =
  | 'person'
  | 'office'
  | 'organisation'
  | 'government'
  | 'place'
  | 'outlet'
  | 'product'
  | 'law'
  | 'event'
  | 'good'

/**
 * A name or fixed term. `id` is stable over reports where a pack knows it ("US", "CN", "org:bytedance",
 * "outlet:reuters"), else made from the fullest form in this report ("person:anna-lind").
 */
export interface Name extends Range {
  readonly first: number
  /** Half-open, in tokens. */
  readonly last: number
  readonly type: NameType
  readonly id: string
  /** The fullest form of this name in the report or its canonical name in the pack. */
  readonly canonical: string
  /** The government or organisation a person, office, organisation or ministry speaks for: "US", "CN". */
  readonly of?: string
  /** For a person: the title or office said beside the name here ("Treasury Secretary"). */
  readonly title?: string
  /** What found it: "pack", "title", "apposition", "acronym", "consistency", "finder", "glossary". */
  readonly foundBy: string
}

/**
 * A time expression (TIMEX3), symbolic: nothing here is resolved against the day of publication. `resolveTime(time,
 * { published?, previous? })` in times.ts gives value and half-open days once an anchor is known; `resolveTimes(doc, {
 * published? })` does so for a whole report, each time seeing those before it.
 */
export interface TimeExpression extends Range, SymbolicTime {
  readonly first: number
  readonly last: number
  /** "within 90 days of <event>", "15 days from the signing": tokens `[first,last)` of the event counted from. */
  readonly from?: { readonly first: number; readonly last: number }
}

export type Bound = '=' | '≈' | '≤' | '≥' | '<' | '>'

/** A quantity with its unit and bound (CQE); ranges have `value` = low and `high`. A bare number has unit "". */
export interface Quantity extends Range {
  readonly first: number
  readonly last: number
  readonly value: number
  readonly high?: number
  /** "%", "percentage point", "USD", "day", "tonne", a noun lemma for what is counted ("user"), or "". */
  readonly unit: string
  readonly bound: Bound
  /** "up" or "down" where the text gives a change; `by` true where the value is the size of the change. */
  readonly change?: 'up' | 'down'
  readonly by?: boolean
  /** Token of the word the quantity attaches to ("share" in "a 70 % share", "duties" in "duties stand at 30 %"). */
  readonly of?: number
}

/** Who said what: source, cue and content (PolNeAR's attribution), content possibly in several pieces. */
export interface Quotation {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly form: 'direct' | 'indirect' | 'mixed'
  /** Ids of the names or chains that speak, after coreference; several for "Lind and Moss said"; [] where unknown. */
  readonly speakers: readonly string[]
  /** Ids of outlets through which it reached this report, nearest first ("as quoted by Reuters"). */
  readonly via: readonly string[]
  /** Lemma of the cue, "" for a bare quotation. */
  readonly cueLemma: string
  /** Index of the attribution this one stands inside, or −1. */
  readonly inside: number
  /** True where the cue is not speech ("pointing to", "believes"). */
  readonly nonSpeech: boolean
}

/** A mention of something named before by another word; `id` is the name id, or "group:a+b" for "the two sides". */
export interface Reference extends Range {
  readonly first: number
  readonly last: number
  readonly id: string
  /** Index in `Doc.names` of the antecedent, −1 where it is a phrase; `antecedent` gives its range then. */
  readonly name: number
  readonly antecedent?: Range
  readonly kind: 'pronoun' | 'role' | 'group' | 'event'
}

export type Modality =
  | 'held'
  | 'ongoing'
  | 'planned'
  | 'expected'
  | 'possible'
  | 'conditional'
  | 'hypothetical'
  | 'background'

/** Epistemics of one event word (a verb or event noun), by token. */
export interface Stance {
  readonly token: number
  readonly polarity: 'affirmed' | 'denied'
  readonly modality: Modality
  /** The condition's words, where modality is conditional. */
  readonly condition?: Range
  /** Certainty of the writer: "certain", "probable" (may, likely), "uncertain". */
  readonly certainty: 'certain' | 'probable' | 'uncertain'
  /** Tokens that made it so: "not", "may", "plans to", "if". */
  readonly cues: readonly number[]
  /** Set within words that somebody says are not so: "denied reports that Peru had offered more". */
  readonly repudiated?: true
}

/** Shingle hashes and attributions of a report, for finding copies and origins. */
export interface Fingerprint {
  /** Hashes of 5-word shingles outside quotation marks, ascending, unique. */
  readonly outside: Uint32Array
  /** The same inside quotation marks. */
  readonly inside: Uint32Array
  readonly credits: readonly Credit[]
}

/** A report says that something came from another outlet or agency. */
export interface Credit extends Range {
  /** Outlet id ("outlet:reuters") or its name where no pack knows it. */
  readonly outlet: string
  readonly relation: 'reported by' | 'said to' | 'contributed' | 'dateline' | 'byline' | 'copy'
  /** True where it holds for the whole report (dateline, byline, tail line), not for one sentence. */
  readonly whole: boolean
}

/** One report, read. */
export interface Doc {
  /** The report's text; blanks stand in place of what was {@link Doc.spliced} into it. */
  readonly text: string
  /** What a page put into its sentences, ascending; nobody wrote it there. */
  readonly spliced: readonly Range[]
  readonly language: string
  readonly sents: readonly Sentence[]
  readonly tokens: Tokens
  readonly names: readonly Name[]
  readonly times: readonly TimeExpression[]
  readonly quantities: readonly Quantity[]
  readonly quotations: readonly Quotation[]
  readonly references: readonly Reference[]
  /** By token index; absent for tokens that are no events. */
  readonly stances: ReadonlyMap<number, Stance>
  readonly fingerprint: Fingerprint
}
