// In: entries. Out: where one party denies what others tell of: "Peru denied that it had threatened to leave" against "Peru had threatened to leave".

import type { Dispute, Entry, EntryOf, Evidence } from '../model/index.ts'
import { daysBetween } from '../model/index.ts'
import { addTo } from './group.ts'
import { type KnownBy, toldOn } from './told-on.ts'
import { contentWords } from './words.ts'

/** What a party says is not so. */
interface Denial {
  readonly entry: EntryOf<'statement' | 'act'>
  readonly by: EntryOf<'act'>['body']['actor']
  /** Keys of the words of what is denied. */
  readonly words: ReadonlySet<string>
  /** Whose deed it is, in words, where it is not the denier's own. */
  readonly ownDeed: boolean
}

/** Words that deny what follows them behind "that", or as a noun's content. */
const DENIES =
  /^(?:(?:has|have|had|also|again|flatly|strongly|later|quickly|publicly|repeatedly)\s+)*(?:(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?)(?=(?:\s+(?:on\s+)?\p{L}+)?\s+(?:that|having|\p{L}+ing)\b)|(?:deny|denies|denied|denying|dispute[sd]?|refute[sd]?|reject(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?)(?:\s+as\s+\p{L}+)?\s+(?:\p{L}+\s+){0,3}(?:reports?|claims?|suggestions?|allegations?|accusations?|accounts?|assertions?)\b)/iu
const CUES: ReadonlySet<string> = new Set(['deny', 'dispute', 'refute', 'rebut'])
/** "Denied a request": what is refused, not what is said not to be so. */
const REFUSED = /^\s*(?:an?|any|the|his|her|their|its)\s(?!.*\bthat\b)/iu
/** Where the content of a denial begins. */
const THAT = /\b(?:that|how)\s+/iu
/** Least words of a denial that can be told from others: of a clause, and of words without a verb of their own. */
const FEWEST = { clause: 3, phrase: 4 } as const
/** Least share of its words that what it denies has. */
const SHARE = 0.75
/** Days by which the report of what is denied is out before the denial's, and after it. */
const BEFORE = 14
const AFTER = 2
/** A word in more entries than this says too little. */
const COMMON = 2000

/** Tense, mood and the like: they change from "had threatened" to "threatens". */
const IDLE: ReadonlySet<string> = new Set(
  'ever had ha been being ago earlier already month week day report'.split(' '),
)
/** "Threat", "threatened" and "threatening" are one here. */
const keysIn = (text: string): Set<string> =>
  new Set(
    contentWords(text)
      .filter(
        (word) =>
          !IDLE.has(word) &&
          !/^\p{Lu}?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(word),
      )
      .map((word) => word.slice(0, 5)),
  )

function denialIn(entry: Entry): Denial | undefined {
  if (entry.aside || entry.polarity === 'denied') return undefined
  if (entry.kind === 'statement' && CUES.has(entry.body.cue) && !REFUSED.test(entry.body.content))
    return denialOf(entry, entry.body.speaker, entry.body.content)
  if (entry.kind !== 'act') return undefined
  const { words = '', actor } = entry.body
  const verb = DENIES.exec(words)
  if (!verb) return undefined
  return denialOf(entry, actor, words.slice(verb[0].length))
}

const OWN = /^\s*(?:that\s+)?(?:it|he|she|they|his|her|its|their)\b|^\s*(?:having|\p{L}+ing)\b/iu

function denialOf(entry: Denial['entry'], by: Denial['by'], said: string): Denial | undefined {
  const that = THAT.exec(said)
  const content = that && that.index < 60 ? said.slice(that.index + that[0].length) : said
  const words = keysIn(content)
  if (by.length === 0 || words.size < (that || entry.kind === 'statement' ? FEWEST.clause : FEWEST.phrase))
    return undefined
  return { entry, by, words, ownDeed: OWN.test(content) }
}

/** What an entry says is so, in its own words. */
function saidIn(entry: Entry): string | undefined {
  const { body } = entry as { body: Record<string, unknown> }
  const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '')
  switch (entry.kind) {
    case 'statement':
      return text('content')
    case 'position':
      return `${text('stance')} ${text('content')}`
    case 'act':
      return text('words') || `${text('type')} ${text('object')}`
    case 'commitment':
      return `agreed ${text('what')}`
    case 'agreement':
      return `agreed ${text('name')}`
    default:
      return undefined
  }
}

const NEGATED =
  /\b(?:not|never|no|den(?:y|ied|ies)|without|neither|nor|refus\p{L}+|reject\p{L}*|false)\b|n[’']t\b/iu

/** Denials with what they answer, where another report than the denial's tells it as so. */
export function denialDisputes(entries: readonly Entry[], known: KnownBy): Omit<Dispute, 'id'>[] {
  const denials = entries.flatMap((entry) => denialIn(entry) ?? [])
  if (denials.length === 0) return []
  const denying = new Set(denials.map(({ entry }) => entry.id))
  const told = entries.flatMap((entry) => {
    const said =
      entry.aside || denying.has(entry.id) || entry.polarity === 'denied' ? undefined : saidIn(entry)
    return said === undefined || NEGATED.test(said) ? [] : [{ entry, words: keysIn(said) }]
  })
  const withWord = new Map<string, number[]>()
  told.forEach(({ words }, at) => {
    for (const word of words) addTo(withWord, word, at)
  })
  const found: Omit<Dispute, 'id'>[] = []
  const answered = new Set<string>()
  for (const denial of denials) {
    const shared = new Map<number, number>()
    for (const word of denial.words) {
      const places = withWord.get(word) ?? []
      if (places.length <= COMMON) for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    const answers = [...shared].flatMap(([at, count]) =>
      count >= SHARE * denial.words.size ? tellingsOf(told[at]!.entry, denial, known) : [],
    )
    if (answers.length === 0) continue
    const evidence = [...new Set(answers.map(({ one }) => one.id))].sort()
    const key = evidence.join()
    if (answered.has(key)) continue
    answered.add(key)
    found.push({
      class: 'contested',
      type: 'status',
      about: `whether it is so: ${aboutOf(denial.entry)}`,
      entries: [...new Set([denial.entry.id, ...answers.map(({ entry }) => entry.id)])].sort(),
      readings: [
        { value: 'told as so', evidence },
        {
          value: `denied by ${denial.by.map(({ name }) => name).join(', ')}`,
          evidence: denial.entry.evidence.map(({ id }) => id),
        },
      ],
      explanation: { text: 'Not explained by what was read.', restsOn: [] },
    })
  }
  return found
}

const aboutOf = (entry: Denial['entry']): string =>
  (entry.kind === 'statement' ? entry.body.content : (entry.body.words ?? '')).replace(/^that\s+/, '')

/** Whether a sentence has the words of what is denied. */
const tells = (quote: string, words: ReadonlySet<string>): boolean => {
  const own = keysIn(quote)
  return [...words].filter((word) => own.has(word)).length >= SHARE * words.size
}

/** The tellings of an entry in other reports than the denial's, of its time, of the same deed, and not by the denier. */
function tellingsOf(
  entry: Entry,
  denial: Denial,
  known: KnownBy,
): { readonly entry: Entry; readonly one: Evidence }[] {
  const mine = toldOn(denial.entry, known)
  const theirs = toldOn(entry, known)
  if (mine && theirs) {
    if (
      daysBetween(theirs.latest, mine.earliest) > BEFORE ||
      daysBetween(mine.latest, theirs.earliest) > AFTER
    )
      return []
  }
  if (
    entry.kind === 'statement' &&
    entry.body.speaker.some(({ id }) => denial.by.some((ref) => ref.id === id))
  )
    return []
  const reports = new Set(denial.entry.evidence.map(({ report }) => report))
  const named = (quote: string) => denial.by.some(({ name }) => quote.includes(name.replace(/^.* /, '')))
  return entry.evidence.flatMap((one) =>
    reports.has(one.report) ||
    one.polarity === 'denied' ||
    !tells(one.quote, denial.words) ||
    (denial.ownDeed && !named(one.quote))
      ? []
      : [{ entry, one }],
  )
}
