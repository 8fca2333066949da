// In: entries. Out: the matters that what is wanted, agreed, tied together and tabled is about, by the nouns that recur.
import type { Entry } from '../model/index.ts'
import { addTo } from './group.ts'
import { stem } from './words.ts'

/** Words of a phrase that are the talk itself and no matter of it. */
const OF_TALK: ReadonlySet<string> = new Set(
  'agreement deal demand decision offer proposal talk talks negotiation round meeting side party country government minister contract term condition position issue matter question plan step move part end way time day week month year percent total share host state request statement text draft version month right thing people'.split(
    ' ',
  ),
)
/** Whether a stemmed word alone names no matter, though "a tax bill" does. */
export const saysLittle = (word: string): boolean => SAYS_LITTLE.has(word) || OF_TALK.has(word)

const SAYS_LITTLE: ReadonlySet<string> = new Set(
  'bill measure legislation law act package amendment resolution program programme policy reform provision rule order budget vote care effort idea action change support force power work fight majority system use group member leader official family worker level number money funding fund help need access future case problem concern response solution approach security status protection threat agenda money pressure president senator governor'.split(
    ' ',
  ),
)
const OPENERS = new Set(
  "a an the its their his her our this that these those any all some more no new every each same other such 's".split(
    ' ',
  ),
)
const CLOSERS = new Set(
  'of for on in to at by with from over under and or but that which who as if unless until between before after against than into about is are was were be been will would should must may can not per every around roughly nearly almost approximately'.split(
    ' ',
  ),
)
/** Words of a matter's name at most. */
const LONGEST = 3

/**
 * Noun phrases (the words between an article or a possessive and the next preposition, and those after "of", "on" and
 * "over") of positions, agreements, linkages, agendas and promises. Of each the longest ending is kept that stands in
 * two entries of different reports or kinds; never a whole sentence, never a word for the talks themselves.
 */
export const mattersIn = (entries: readonly Entry[]): ReadonlyMap<string, Map<string, number>> =>
  mattersAmong(entries.flatMap(phrasesIn))

/** A phrase of one entry that may be a matter. */
export interface PhraseTold {
  readonly key: string
  readonly entry: string
  /** How it is written there. */
  readonly words: readonly string[]
  /** The kind of entry with each report that tells it. */
  readonly places: readonly string[]
}

/** The phrases of an entry, each once; none of what is aside. */
export function phrasesIn(entry: Entry): PhraseTold[] {
  if (entry.aside) return []
  const byKey = new Map<string, string[]>()
  for (const words of new Set(phrasesOf(entry).flatMap(endingsIn)))
    addTo(byKey, words.toLowerCase().split(' ').map(stem).join(' '), words)
  const places = [...new Set(entry.evidence.map(({ report }) => `${entry.kind} ${report}`))]
  return [...byKey].map(([key, words]) => ({ key, entry: entry.id, words, places }))
}

/** The matters among phrases of entries, and how often each is written how. */
export function mattersAmong(phrases: Iterable<PhraseTold>): ReadonlyMap<string, Map<string, number>> {
  const told = new Map<
    string,
    { spellings: Map<string, number>; entries: Set<string>; places: Set<string> }
  >()
  for (const { key, entry, words, places } of phrases) {
    const known = told.get(key) ?? { spellings: new Map(), entries: new Set(), places: new Set() }
    for (const one of words) known.spellings.set(one, (known.spellings.get(one) ?? 0) + 1)
    known.entries.add(entry)
    for (const place of places) known.places.add(place)
    told.set(key, known)
  }
  const recurs = [...told].filter(([, one]) => one.entries.size > 1 && one.places.size > 1)
  const kept = new Map(recurs)
  // A word is no matter of its own where it is only ever the end of a longer name.
  for (const [longer, { entries: own }] of recurs)
    for (let at = longer.indexOf(' '); at >= 0; at = longer.indexOf(' ', at + 1)) {
      const ending = longer.slice(at + 1)
      if (own.size >= (told.get(ending)?.entries.size ?? 0)) kept.delete(ending)
    }
  return new Map([...kept].map(([key, { spellings }]) => [`matter:${key.replaceAll(' ', '-')}`, spellings]))
}

function phrasesOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'position':
      return [entry.body.issue]
    case 'agreement':
      return entry.body.about
    case 'linkage':
      return [entry.body.from, entry.body.to ?? '']
    case 'round':
      return entry.body.agenda
    case 'commitment':
      return [entry.body.what]
    case 'deadline':
      return [entry.body.what]
    default:
      return []
  }
}

/** The noun phrases of some words, each with its shorter endings. */
function endingsIn(text: string): string[] {
  const found: string[] = []
  let open: string[] | undefined
  const close = () => {
    const words = open ?? []
    open = undefined
    if (words.length === 0 || words.length > LONGEST + 1) return
    if (OF_TALK.has(stem(words.at(-1)!.toLowerCase()))) return
    for (let from = Math.max(0, words.length - LONGEST); from < words.length; from++) {
      // A lone word is a matter where it was told alone ("the wall"): nobody means "care" by "health care".
      const isLone = from === words.length - 1
      if (isLone && (from > 0 || saysLittle(stem(words[from]!.toLowerCase())))) continue
      found.push(words.slice(from).join(' '))
    }
  }
  for (const word of text.replaceAll('’', "'").match(/'s\b|[\p{L}\p{N}-]+|[^\s]/gu) ?? []) {
    const lower = word.toLowerCase()
    if (OPENERS.has(lower)) {
      close()
      open = []
    } else if (CLOSERS.has(lower) || !/^\p{L}/u.test(word)) {
      close()
      if (lower === 'of' || lower === 'on' || lower === 'over' || lower === 'for') open = []
    } else open?.push(word)
  }
  close()
  // A name is no matter, and a letter or two no word.
  return found.filter((words) => /^\p{Ll}/u.test(words.split(' ').at(-1)!) && words.length > 3)
}
