// In: the source of a quotation that names a body or state. Out: whether who speaks there speaks for it.
import { firstWhere, type Range } from '../../model/range.ts'
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { type NameWords, nameWordsOf } from '../names/words.ts'
import { type RoleWords, roleWordsOf } from '../references/role-words.ts'

/** Words that say who speaks for a state or body. */
export interface Voices {
  /** Nouns for those who speak for a state or a body ("official"). */
  readonly representing: ReadonlySet<string>
  /** Nouns for those who speak for a body but for no state ("chairman"). */
  readonly officers: ReadonlySet<string>
  /** Nouns for those who speak, for whomever. */
  readonly speaking: ReadonlySet<string>
  readonly nameWords: NameWords
  readonly roleWords: RoleWords
}

export const voicesOf = (lexicon: Lexicon): Voices => ({
  representing: lexicon.list('representing-nouns'),
  officers: lexicon.list('officer-nouns'),
  speaking: lexicon.list('speaker-nouns'),
  nameWords: nameWordsOf(lexicon),
  roleWords: roleWordsOf(lexicon),
})

const SEVERAL =
  /^(?:(?:more|fewer|less) than|at least|up to|some|several|many|most|few|a few|a (?:number|group|handful|majority|bunch) of|dozens of|scores of|hundreds of|thousands of|nearly|about|over|one|two|three|four|five|six|seven|eight|nine|ten|another|every|each|both|\d[\d,]*)\s/i
/** Who is one of a body whatever it is. */
const ONE_OF =
  /^(?:member|aide|deputy|insider|veteran|voter|supporter|backer|loyalist|mp|conservative|liberal|progressive|moderate|centrist|critic|opponent|legislator|lawmaker|senator|congressman|congresswoman|delegate|adviser|advisor|source)$/
/** Adjectives that leave all of them meant. */
const ALL_OF: ReadonlySet<string> = new Set(['congressional', 'parliamentary', 'elected', 'national', 'all'])
/** "A European diplomat": of some state there, not the union. */
const OF_CONTINENT = /^(?:an?|one|another)\b[^,]{0,30}\bEuropean\b(?! Union\b)/i
const FORMER: ReadonlySet<string> = new Set(['former', 'ex', 'retired', 'onetime', 'then', 'erstwhile'])
/** Nouns made of what people do: "strategist", "banker". */
const DOERS = /(?:[^w]er|or|ist|ian|ee|eer|ant|man|woman)$/

/** Whether a source counts those who speak: "three officials", "some Republicans". */
export const isCounted = (draft: Draft, source: Range): boolean =>
  SEVERAL.test(draft.text.slice(source.start, source.end))

/**
 * "Norwegian officials" speak for Norway, "the union's chairman" for the union; "Norwegian farmers", "analysts in Oslo",
 * "Labour strategists", "members of the union", "moderate Democrats" and who no longer is one for themselves. The head of
 * the source says it; a sentence without a tree decides nothing.
 */
export function speaksFor(
  draft: Draft,
  source: Range,
  bodies: readonly Name[],
  ids: readonly string[],
  voices: Voices,
): boolean {
  if (isCounted(draft, source)) return false
  const head = headOf(draft, source)
  if (head < 0) return true
  const { lemma, lower, tag } = draft.tokens
  if (bodies.some((name) => isSomeMembers(draft, name, source, voices.nameWords))) return false
  if (bodies.some(({ first, last }) => first <= head && head < last)) return true
  if (isFormer(draft, source)) return false
  // "Oslo police": the town says nothing.
  if (lemma[head] === 'police' && ids.every((id) => id.startsWith('place:'))) return false
  const word = tag[head] === 'NNP' ? lower[head]! : lemma[head]!
  const noun = lower[head + 1] === '-' ? `${lower[head]}-${lower[head + 2]}` : word
  const { representing } = voices
  if (ids.includes('EU') && OF_CONTINENT.test(draft.text.slice(source.start, source.end))) return false
  // "Norway's Lund", of whom no list knows: not Norway.
  if (ids.some(isState) && tag[head - 1]?.startsWith('NN') && voices.roleWords.private.has(lemma[head - 1]!))
    return false
  if (ids.some(isState))
    return representing.has(noun) || (tag[head] !== 'NNP' && representing.has(lower[head]!))
  return !nounsOver(draft, bodies, head).some((at) => areForThemselves(draft, at, voices))
}

/** The nouns a name hangs on up to the head of the source: "percent" and "voters" of "ten percent of Labour voters". */
function nounsOver({ tokens }: Draft, bodies: readonly Name[], head: number): number[] {
  const found = [head]
  for (const { first, last } of bodies) {
    let at = first
    for (let steps = 0; at >= 0 && at !== head && steps < 8; steps++) {
      if (at < first || at >= last) found.push(at)
      at = tokens.head[at]!
    }
  }
  return found
}

/** Parts of many: "a majority", "ten percent". */
const PORTIONS =
  /^(?:majority|minority|percent|%|share|number|half|third|quarter|plurality|crowd|group|handful|bunch|ten|hundred|thousand|dozen|score)$/

/** Whether a noun is for people who belong to a body but do not speak for it, or for a part of them. */
function areForThemselves({ tokens }: Draft, at: number, voices: Voices): boolean {
  const { lemma, lower, tag } = tokens
  const { representing, officers, roleWords, nameWords } = voices
  const noun = tag[at] === 'NNP' ? lower[at]! : lemma[at]!
  if (representing.has(noun) || representing.has(lower[at]!) || officers.has(noun)) return ONE_OF.test(noun)
  // "The Ohio Democrat": one of the party.
  if (ONE_OF.test(noun) || nameWords.parties.get(noun)?.members.includes(noun)) return true
  if (PORTIONS.test(noun) && tokens.lower[at + 1] === 'of') return true
  if (roleWords.kind.has(noun)) return false
  if (tag[at] === 'NNS') return roleWords.doers.has(noun) || (DOERS.test(noun) && !THINGS.test(noun))
  return roleWords.doers.has(noun) && DOERS.test(noun)
}

/** What ends like a word for people and is none. */
const THINGS = /(?:number|letter|paper|center|chapter|register|quarter|computer|tracker|order|offer|folder)$/

const isState = (id: string): boolean => /^(?:[A-Z]{2}$|place:)/.test(id)

/** "Former White House officials", "the ex-minister": who speaks is it no longer. */
export function isFormer({ tokens }: Draft, source: Range): boolean {
  const { start, lower, count } = tokens
  for (let at = firstIn(tokens, source); at < count && start[at]! < source.end; at++)
    if (FORMER.has(lower[at]!)) return true
  return false
}

const firstIn = ({ end, count }: Draft['tokens'], source: Range): number =>
  firstWhere(count, (at) => end[at]! > source.start)

/** The noun of the source that hangs on a word outside it, the last of a row of such; −1 where there is no tree. */
function headOf({ tokens }: Draft, source: Range): number {
  const { start, end, head, tag, count } = tokens
  let found = -1
  for (let at = firstIn(tokens, source); at < count && end[at]! <= source.end; at++) {
    const isNoun = /^NNP?S?$/.test(tag[at]!)
    if (found >= 0 && !isNoun) return found
    const up = head[at]!
    const isInside = up >= 0 && up < count && start[up]! >= source.start && end[up]! <= source.end
    if (!isInside && isNoun) found = at
  }
  return found
}

/** What says behind a noun which of them are meant. */
const WHICH = /^(?:close|near|familiar|who|that|in|from|on|with|of|like)$/

/** "Moderate Democrats", "Ohio Republicans", "a Senate Democrat": not all who are called so. */
function isSomeMembers(
  { tokens }: Draft,
  { first, last, canonical }: Name,
  source: Range,
  { parties }: NameWords,
): boolean {
  const { lower, tag, start } = tokens
  const word = lower[last - 1]!
  if (parties.get(word)?.members.includes(word) && last - first > 1) return true
  if (!/ party$/i.test(canonical) || !word.endsWith('s')) return false
  // "Democrats close to the mayor", "Liberals in the north", "Liberals who had left".
  const isWhole = /^(?:congress|parliament)$/.test(lower[last + 1] ?? '')
  if (WHICH.test(lower[last] ?? '') && !isWhole) return true
  const before = first - 1
  return (
    before >= 0 &&
    start[before]! >= source.start &&
    /^(?:JJ[RS]?|NNP?|VBN)$/.test(tag[before]!) &&
    !ALL_OF.has(lower[before]!)
  )
}
