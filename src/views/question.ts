// In: words or a question as typed. Out: what it asks for, in which kinds, about whom, and the words left to look for.
import type { EntryKind, Ref, StanceKind } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { oneLine } from './words/safe-text.ts'

/** What a question asks for beside the entries themselves. */
export type Asked = 'who' | 'when' | 'how much' | 'how often' | 'in force' | 'where' | 'anything'

/** A question taken apart: what it asks for, in which kinds, about whom, and the words left. */
export interface Question {
  readonly asked: Asked
  /** "When does it end": only ends answer. */
  readonly edge?: 'end' | 'begin'
  /** "The next round": only what is still to come answers. */
  readonly ahead?: true
  /** "What does it demand": only such a stand answers. */
  readonly stances?: readonly StanceKind[]
  readonly kinds: readonly EntryKind[]
  readonly parties: readonly Ref[]
  /** Stems that an entry must hold. */
  readonly words: readonly string[]
  /** Stems that a sentence may be found by: those words and what names the kinds. */
  readonly looseWords: readonly string[]
}

const STOP = new Set(
  (
    'a an the of on in at to for from by with and or is are was were be been has have had do does did will would can ' +
    'could may might shall should that this these those there it its their his her what which who whom whose when where ' +
    'why how much many as about any some all not no if than then now currently still yet up out into over under between ' +
    'against say says said tell told report reports reported please me us we i you they them he him she hers ours one ones rate level amount day date time'
  ).split(' '),
)

// General words for kinds of facts; what a story's own words are is left to matching.
const KIND_WORDS: Readonly<Record<string, readonly EntryKind[]>> = {
  deadline: ['deadline', 'commitment'],
  due: ['deadline', 'commitment'],
  expire: ['deadline', 'measure', 'agreement'],
  lapse: ['deadline', 'agreement'],
  measure: ['measure'],
  round: ['round'],
  meeting: ['round'],
  meet: ['round'],
  talk: ['round'],
  summit: ['round'],
  call: ['round'],
  statement: ['statement'],
  position: ['position'],
  stance: ['position'],
  demand: ['position'],
  want: ['position'],
  ask: ['position'],
  insist: ['position'],
  offer: ['position'],
  oppos: ['position'],
  refus: ['position'],
  reject: ['position'],
  support: ['position'],
  figure: ['figure', 'dependency'],
  agreement: ['agreement', 'commitment'],
  promise: ['commitment'],
  commit: ['commitment'],
  owe: ['commitment'],
}

// Words that name a kind and are looked for in the text as well.
const KEPT_KIND_WORDS = new Set(['call', 'summit', 'expire', 'lapse'])

const HARD: readonly StanceKind[] = ['demand', 'precondition', 'red-line']
const AGAINST: readonly StanceKind[] = ['oppose', 'red-line']
// Verbs that ask for one sort of stand; "want" asks for any.
const STANCE_WORDS: Readonly<Record<string, readonly StanceKind[]>> = {
  demand: HARD,
  ask: HARD,
  insist: HARD,
  offer: ['offer', 'concession'],
  oppos: AGAINST,
  refus: AGAINST,
  reject: AGAINST,
  support: ['support', 'concession'],
}

/** Takes a question apart. Parties are the longest names of the record found in it. */
export function readQuestion(reader: RecordReader, text: string): Question {
  const asked = askedBy(text.toLowerCase())
  const { parties, rest } = takeParties(reader, oneLine(text))
  const tokens = wordsIn(rest)
  const kinds = new Set<EntryKind>()
  const stances = new Set<StanceKind>()
  const words: string[] = []
  const looseWords: string[] = []
  for (const token of tokens) {
    const stem = stemOf(token)
    if (AHEAD.has(token)) continue
    const named = KIND_WORDS[stem] ?? KIND_WORDS[token]
    if (named) for (const kind of named) kinds.add(kind)
    if (named) for (const stance of STANCE_WORDS[stem] ?? []) stances.add(stance)
    if (STOP.has(token) || isFrame(asked, token)) continue
    looseWords.push(stem)
    if (!named || KEPT_KIND_WORDS.has(stem)) words.push(stem)
  }
  if (asked === 'in force') {
    kinds.clear()
    kinds.add('measure')
    kinds.add('agreement')
  }
  // "said what" asks for statements only where nothing else is named.
  if (kinds.size === 0 && /\b(say|said|says|quoted?)\b/.test(text.toLowerCase())) kinds.add('statement')
  const edge = asked === 'when' ? edgeOf(tokens) : undefined
  return {
    asked,
    kinds: [...kinds],
    parties,
    words: [...new Set(words)],
    looseWords: [...new Set(looseWords)],
    ...(stances.size === 0 ? {} : { stances: [...stances] }),
    ...(edge === undefined ? {} : { edge }),
    ...(tokens.some((token) => AHEAD.has(token)) ? { ahead: true } : {}),
  }
}

// Words that only carry a question: "when does it end", "is it in force".
const FRAMES: Partial<Record<Asked, ReadonlySet<string>>> = {
  'in force': new Set(['force', 'effect']),
  when: new Set(
    'end ends ended begin begins begun began start starts started open opens opened expire expires expired lapse lapses lapsed due fall falls happen happens happened take takes run runs last lasts until hold holds held'.split(
      ' ',
    ),
  ),
  who: new Set(['lead', 'leads', 'led', 'attend', 'attends', 'attended', 'take', 'part']),
  'how much': new Set(['share', 'shares', 'percent', 'percentage', 'proportion', 'high', 'large', 'big']),
  'how often': new Set(
    'often times move moves moved extend extends extended extension extensions postpone postponed delay delays delayed prolong prolonged push pushed'.split(
      ' ',
    ),
  ),
  where: new Set(['held', 'take', 'place', 'takes', 'took']),
}

const AHEAD: ReadonlySet<string> = new Set(['next', 'upcoming', 'coming'])
const ENDS = new Set('end ends ended expire expires expired until lapse lapses lapsed last lasts'.split(' '))
const BEGINS = new Set('begin begins begun began start starts started open opens opened'.split(' '))

function edgeOf(tokens: readonly string[]): Question['edge'] | undefined {
  if (tokens.some((token) => ENDS.has(token))) return 'end'
  return tokens.some((token) => BEGINS.has(token)) ? 'begin' : undefined
}

const isFrame = (asked: Asked, token: string) => FRAMES[asked]?.has(token) === true

function askedBy(text: string): Asked {
  if (/\bin (force|effect)\b/.test(text)) return 'in force'
  if (/\bhow (often|many times)\b/.test(text)) return 'how often'
  if (/\bhow (much|many|high|large|big)\b|\brate\b/.test(text)) return 'how much'
  if (/\b(share|percentage|percent|proportion)\b/.test(text)) return 'how much'
  if (/^\s*what(?:'s|’s| is| are) the (?:\S+ ){0,3}?(?:duty|duties|tariffs?|levy|levies)\b/.test(text))
    return 'how much'
  if (/\bwhen\b|\b(what|which) (day|date)\b|\bhow long\b/.test(text)) return 'when'
  if (/\bwhere\b/.test(text)) return 'where'
  if (/\bwhom?\b|\bwhose\b/.test(text)) return 'who'
  return 'anything'
}

function takeParties(reader: RecordReader, text: string): { parties: Ref[]; rest: string } {
  const names = reader
    .parties()
    .flatMap((party) =>
      [...new Set([party.name, ...party.names])].map((name) => ({ name, id: party.id, shown: party.name })),
    )
    .filter(({ name }) => name.length >= 2)
    .sort((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1))
  const parties: Ref[] = []
  let rest = text
  for (const { name, id, shown } of names) {
    const at = indexOfWord(rest, name)
    if (at === -1) continue
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`
    if (!parties.some((party) => party.id === id)) parties.push({ id, name: shown })
  }
  return { parties, rest }
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

// Short names are written in capitals where they mean a party ("US"), not where they are a word ("us").
export function indexOfWord(text: string, name: string): number {
  const exact = name.length <= 3
  const where = exact ? text : text.toLowerCase()
  const what = exact ? name : name.toLowerCase()
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return at
  return -1
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []

// Words that reports use for one thing, and forms that no ending tells, by their stems.
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tariff: 'duty levy',
    licens: 'licenc',
    ban: 'bar',
    agreement: 'deal accord pact',
    investigation: 'probe inquiry enquiry investigate',
    vehicle: 'car automobile',
    strike: 'walkout struck',
    suspend: 'suspension pause',
    extend: 'extension prolong',
    meet: 'met',
    sell: 'sold',
    buy: 'bought',
    pay: 'paid',
    give: 'gave given',
    make: 'made',
    send: 'sent',
    speak: 'spoke spoken',
    lose: 'lost',
    win: 'won',
    withdraw: 'withdrew withdrawn',
    break: 'broke broken',
    rise: 'rose risen',
    fall: 'fell fallen',
  }).flatMap(([to, from]) => from.split(' ').map((word) => [withoutEnding(word), withoutEnding(to)])),
)

/** A word without its commonest endings, so that "tariffs" finds "tariff" and "expires" finds "expired". */
export function stemOf(word: string): string {
  const stem = withoutEnding(word)
  return SAME.get(stem) ?? stem
}

/** Beginnings that every word of this stem has one of. */
export const beginningsOf = (stem: string): string[] =>
  [stem, ...[...SAME].filter(([, to]) => to === stem).map(([from]) => from)].map((one) =>
    // "levy" and "levies"
    one.length > 3 && one.endsWith('y') ? one.slice(0, -1) : one,
  )

/** The stems of a text. */
export const stemsIn = (text: string): Set<string> => new Set(wordsIn(text).map(stemOf))

function withoutEnding(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  for (const ending of ['ing', 'ed', 'es', 's', 'e'])
    if (word.length > ending.length + 3 && word.endsWith(ending) && !word.endsWith('ss')) {
      const stem = word.slice(0, -ending.length)
      // "banned" and "ban", "dropping" and "drop"
      return /^(?:ed|ing)$/.test(ending) && /([bgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
    }
  return word
}
