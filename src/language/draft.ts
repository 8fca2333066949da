// In: a text with its parts. Out: a draft, the doc that the stages fill one after another.
import type { Part, PartRole } from '../model/index.ts'
import type {
  Doc,
  Fingerprint,
  Name,
  Quantity,
  Quotation,
  Reference,
  Sentence,
  Stance,
  TimeExpression,
  Tokens,
} from './doc.ts'
import type { WordColumns } from './reader/vocabulary.ts'
import { splitSentences } from './sentences.ts'
import { shadowOf } from './shadow.ts'
import { findSplices, withoutSplices } from './splices.ts'
import { tokenize } from './tokens.ts'

/** A mention of a name that stands for several states, by its tokens, with their ids. */
export interface NamedGroup {
  readonly first: number
  readonly last: number
  readonly members: readonly string[]
}

/** {@link Tokens} whose text columns may still be written. */
export interface DraftTokens extends Tokens {
  readonly form: string[]
  readonly lower: string[]
  readonly lemma: string[]
  readonly tag: string[]
  readonly dep: string[]
}

/** The best finite tag (VBD, VBP, VBZ as a verb) of each token by class + 1, and its log odds against the tag that was taken. */
export interface Finite {
  readonly tag: Int32Array
  readonly margin: Float32Array
}

/** A {@link Doc} in the making: every column is there and empty until its stage fills it. */
export interface Draft extends Doc {
  readonly parts: readonly Part[]
  readonly sents: Sentence[]
  readonly tokens: DraftTokens
  names: Name[]
  times: TimeExpression[]
  quantities: Quantity[]
  quotations: Quotation[]
  references: Reference[]
  /** Names that the text gives to several states together, at each mention. */
  namedGroups?: readonly NamedGroup[]
  stances: Map<number, Stance>
  fingerprint: Fingerprint
  /** What the tagger computed of the words, kept for the parser: features, and a vector each. */
  words?: { readonly columns: WordColumns; readonly vectors: Float32Array; readonly finite: Finite }
}

const READ: ReadonlySet<PartRole> = new Set<PartRole>(['headline', 'dateline', 'body', 'caption'])

/** Columns for `count` tokens, all empty. */
function emptyTokens(count: number): DraftTokens {
  return {
    count,
    start: new Int32Array(count),
    end: new Int32Array(count),
    form: new Array<string>(count).fill(''),
    lower: new Array<string>(count).fill(''),
    lemma: new Array<string>(count).fill(''),
    pos: new Uint8Array(count),
    tag: new Array<string>(count).fill(''),
    head: new Int32Array(count).fill(-1),
    dep: new Array<string>(count).fill(''),
    sent: new Int32Array(count),
  }
}

/**
 * The sentences and tokens of the parts that are read as prose (headline, dateline, body, caption); the rest of
 * the draft is empty. Offsets are UTF-16 code units of `printed`. Never throws; linear in the text's length.
 */
export function startDraft(printed: string, parts: readonly Part[], language: string): Draft {
  const spliced = findSplices(printed)
  const text = withoutSplices(printed, spliced)
  const shadow = shadowOf(text)
  const sents: Sentence[] = []
  const starts: number[] = []
  const ends: number[] = []
  const forms: string[] = []
  let paragraph = 0
  for (const part of parts) {
    if (!READ.has(part.role)) continue
    for (const block of splitSentences(shadow, part.start, part.end)) {
      for (const range of block) {
        const first = forms.length
        tokenize(shadow, range.start, range.end, starts, ends, forms)
        const last = forms.length
        if (last > first) {
          sents.push({
            start: starts[first]!,
            end: ends[last - 1]!,
            first,
            last,
            role: part.role,
            paragraph,
          })
        }
      }
      paragraph++
    }
  }
  const tokens = emptyTokens(forms.length)
  tokens.start.set(starts)
  tokens.end.set(ends)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!
    tokens.form[i] = form
    tokens.lower[i] = form.toLowerCase()
    tokens.lemma[i] = tokens.lower[i]!
  }
  for (let s = 0; s < sents.length; s++) tokens.sent.fill(s, sents[s]!.first, sents[s]!.last)
  return {
    text,
    spliced,
    parts,
    language,
    sents,
    tokens,
    names: [],
    times: [],
    quantities: [],
    quotations: [],
    references: [],
    stances: new Map(),
    fingerprint: { outside: new Uint32Array(0), inside: new Uint32Array(0), credits: [] },
  }
}
