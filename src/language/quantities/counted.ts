// In: a draft and a token behind a number. Out: the noun that is counted there.
import type { Draft } from '../draft.ts'
import { nameAt } from '../times/named.ts'

export interface Counted {
  /** Token of the head noun. */
  readonly token: number
  /** Its lemma, in the singular. */
  readonly lemma: string
  readonly plural: boolean
  /** A name ("123 Random Street"): nothing is counted. */
  readonly proper: boolean
  /** True where the noun follows the number but for adjectives, false past "of" or a possessive. */
  readonly close: boolean
}

/** Words a counted noun phrase cannot hold; used where tags are not there. */
const STOPS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor of in on at by for from to with without into onto over under after ' +
    'before since until than as is are was were be been being has have had do does did will would can could may might ' +
    'shall should must not if when while because who which what where whose he she it they we you i his her its their ' +
    'our your my him them us me said says say there then also so yet only just about ago later earlier per each every ' +
    'up down out off away apart through during between among against across'
  ).split(' '),
)
/** True for words that are no nouns, by a closed list. */
export const isFunctionWord = (word: string): boolean => STOPS.has(word) || NO_NOUNS.has(word)

const NO_NOUNS: ReadonlySet<string> = new Set(
  (
    'more less most least very too almost around costs made paid pay sold got get take took give gave keep kept need ' +
    'want equals worth exactly even still another'
  ).split(' '),
)

const DETERMINERS: ReadonlySet<string> = new Set(
  'the its their his her our these those my your that this all each such any a an'.split(' '),
)

/** Adjectives and determiners that may stand between number and noun. */
const JOINTS: ReadonlySet<string> = new Set(['-', '"', "'", '``', "''"])

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['halves', 'half'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['countries', 'country'],
  ['species', 'species'],
  ['series', 'series'],
])

/** Nouns that are counted in the singular: "300 crew", "40 head of cattle". */
const COLLECTIVES: ReadonlySet<string> = new Set(
  'staff crew police cattle head sheep deer fish salmon poultry livestock aircraft spacecraft personnel species series'.split(
    ' ',
  ),
)

/** "650 MPs", "40 SUVs". */
const PLURAL_INITIALS = /^[A-Z]{2,}s$/

/** The singular of a plural noun by its ending. */
export function singular(word: string): string {
  const known = IRREGULAR.get(word)
  if (known !== undefined) return known
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

const isPluralWord = (word: string): boolean =>
  word === 'people' ||
  (IRREGULAR.has(word) && word !== singular(word)) ||
  (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word))

/** "55 million Danes", "23 Democrats": a name in the plural, no more of it behind, that is no person's. */
function isPeople({ tokens, names }: Draft, t: number): boolean {
  if (
    tokens.tag[t] !== 'NNP' ||
    !/..(?:[^su]s|ese)$/.test(tokens.lower[t]!) ||
    tokens.tag[t + 1]?.startsWith('NNP')
  )
    return false
  return nameAt(names, tokens.start[t]!)?.type !== 'person'
}

/**
 * The head of the noun phrase that begins at token `t`: its last noun ("large contracts" → contract; past "of the" too).
 * Looks at eight tokens at most, none from `limit` on.
 */
export function countedNoun(draft: Draft, t: number, limit = draft.tokens.count): Counted | undefined {
  const { tokens } = draft
  const sent = tokens.sent[t]
  let at = t
  if (tokens.lower[at] === 'of') {
    at++
    if (DETERMINERS.has(tokens.lower[at] ?? '')) at++
  }
  let close = at === t
  let head = -1
  let lastPlural = -1
  for (let k = at; k < limit && k < at + 8 && tokens.sent[k] === sent; k++) {
    const tag = tokens.tag[k]!
    const word = tokens.lower[k]!
    if (word === "'s" || (word === '-' && head >= 0)) {
      if (word === "'s") close = false
      continue
    }
    // "small, friendly deals"
    if (word === ',' && tokens.tag[k - 1] === 'JJ' && tokens.tag[k + 1] === 'JJ') continue
    if (
      tag === ''
        ? STOPS.has(word) || !/^[a-zà-ÿ]/.test(word)
        : !/^(NN|JJ|VBN|VBG|CD|HYPH|POS|RB|AFX|FW)/.test(tag)
    ) {
      if (JOINTS.has(word) && head < 0) continue
      break
    }
    if (tag === '' ? k < at + 4 : tag.startsWith('NN')) {
      if (head >= 0 && tag === '' && isPluralWord(tokens.lower[head]!)) break
      head = k
      if (tag === 'NNS') lastPlural = k
      const next = tokens.tag[k + 1] ?? ''
      if (
        (tag === 'NNS' || tag === 'NNPS' || isPeople(draft, k)) &&
        !next.startsWith('NN') &&
        next !== 'HYPH'
      )
        break
    } else if (tag === 'CD' && head >= 0) break
  }
  if (head < 0) return undefined
  // "two largest economies simmer": a singular behind a plural is seldom the head.
  if (lastPlural >= 0 && tokens.tag[head] !== 'NNS') head = lastPlural
  const word = tokens.lower[head]!
  const tag = tokens.tag[head]!
  const form = tokens.form[head]!
  const plural =
    (COLLECTIVES.has(word) && (word !== 'head' || tokens.lower[head + 1] === 'of')) ||
    PLURAL_INITIALS.test(form) ||
    (tag === '' ? isPluralWord(word) : tag === 'NNS' || tag === 'NNPS' || isPeople(draft, head))
  const own = tokens.lemma[head]!
  const proper = !plural && form !== word && (tag === '' || tag === 'NNP')
  return {
    token: head,
    lemma: PLURAL_INITIALS.test(form)
      ? form.slice(0, -1)
      : own !== word || !plural || COLLECTIVES.has(word)
        ? own
        : singular(word),
    plural,
    proper,
    close,
  }
}
