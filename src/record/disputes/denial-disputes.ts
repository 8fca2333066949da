// In: entries. Out: where one party denies what others tell of: "Peru denied that it had threatened to leave" against "Peru had threatened to leave".

import type { Dispute, Entry, EntryOf, Evidence } from '../../model/index.ts'
import { addDays, daysBetween, sentenceKey, UNSETTLED } from '../../model/index.ts'
import { type KnownBy, stretchesOf, toldOn } from '../fate/told-on.ts'
import { addTo } from '../group.ts'
import { contentWords } from '../words.ts'

/** What a party says is not so. */
interface Denial {
  readonly entry: EntryOf<'statement' | 'act'>
  readonly by: EntryOf<'act'>['body']['actor']
  /** Who denies, in words. */
  readonly byWords: string
  /** Set where the words say "not" and no verb says that anything is denied: what comes later may have become so. */
  readonly plain?: string
  /** Share of the words that what it denies must have. */
  readonly share: number
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
const FEWEST = { clause: 3, phrase: 4, plain: 3, own: 2 } as const
/** Least share of its words that what it denies has; of so few none may be missing. */
const SHARE = 0.75
const FEW = 4
/** Days by which the report of what is denied is out before the denial's or after it; "not" without more holds for its day. */
const BEFORE = 14
const BEFORE_PLAIN = 5

/** Tense, mood, that a thing happens, and the like: they change from "had threatened" to "threatens". */
const IDLE: ReadonlySet<string> = new Set(
  'ever had ha been being ago earlier already month week day report did do doe not never nothing such make made making held hold take taken took place happen happened occur occurred'.split(
    ' ',
  ),
)
/** Forms that do not begin like their verb. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'sent send,met meet,paid pay,left leave,leaving leave,broke break,broken break,gave give,given give,told tell,withdrew withdraw,withdrawn withdraw,fell fall,rose rise,began begin,begun begin,struck strike,sought seek,won win,lost lose,sold sell,bought buy,built build,shot shoot,led lead,kept keep,spoke speak,spoken speak,wrote write,written write,went go,gone go,promise promise,knew know,brought bring'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)
/** Words of one deed. */
const KIN = [
  /^(?:promis|agree|pledg|undert|committ?ed|vow)/,
  /^(?:withdr|pull)/,
  /^(?:deal|accord|pact|treaty)/,
]
/** "Threat", "threatened" and "threatening" are one here. */
const keysIn = (text: string): Set<string> =>
  new Set(
    contentWords(text)
      .filter(
        (word) =>
          !IDLE.has(word) &&
          !/^\p{Lu}?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(word),
      )
      .map((word) => {
        const plain = IRREGULAR.get(word) ?? word
        return KIN.find((group) => group.test(plain))?.source ?? plain.slice(0, 5)
      }),
  )

function denialIn(entry: Entry): Denial | undefined {
  if (entry.aside) return undefined
  if (entry.kind === 'statement') {
    const { speaker, of, unnamed, content, cue } = entry.body
    const by = speaker.length > 0 ? speaker : of
    const byWords = unnamed ?? by.map(({ name }) => name).join(', ')
    if (CUES.has(cue))
      return REFUSED.test(content) || entry.polarity === 'denied'
        ? undefined
        : denialOf(entry, by, byWords, content)
    return negationIn(entry, by, byWords, content)
  }
  if (entry.kind !== 'act') return undefined
  const { words = '', actor } = entry.body
  const names = actor.map(({ name }) => name).join(', ')
  if (entry.polarity === 'denied') return undefined
  const verb = DENIES.exec(words)
  return verb ? denialOf(entry, actor, names, words.slice(verb[0].length)) : undefined
}

const OWN = /^\s*(?:that\s+)?(?:it|he|she|they|his|her|their|its)\b|^\s*(?:having|\p{L}+ing)\b/iu

function denialOf(
  entry: Denial['entry'],
  by: Denial['by'],
  byWords: string,
  said: string,
): Denial | undefined {
  const that = THAT.exec(said)
  const content = that && that.index < 60 ? said.slice(that.index + that[0].length) : said
  const words = keysIn(content)
  const ownDeed = OWN.test(content)
  const fewest = that || entry.kind === 'statement' ? FEWEST.clause : FEWEST.phrase
  // "Making such a promise", "having left the talks": its two words must all be told, and of the denier.
  const such = ownDeed && words.size >= FEWEST.own
  if (byWords === '' || (words.size < fewest && !such)) return undefined
  return { entry, by, byWords, words, ownDeed, share: words.size <= FEW ? 1 : SHARE }
}

/** A main clause that says "not" or "no": its first negation stands early, behind no comma, and is neither "not only" nor "not yet". */
const NOT =
  /^[^,;:]{0,60}?(?:\b(?:not|never|no|neither|none|nobody)\b|n[\u2019']t\b)(?!\s+(?:only|just|yet|longer|more|less|fewer|later|necessarily|immediately|clear|doubt|comment|reason|matter|one|way|intention|plans?|desire|interest|evidence|chance|choice|sign)\b)/iu
/** What is not done yet, cannot or will not be, or is no account of what happened. */
const OPEN =
  /\b(?:yet|until|unless|if|whether|will|would|shall|can|could|may|might|must|should|cannot|need|want|know|believe|think|expect|comment|say|respond|answer|elaborate|specify|immediately|still|so far)\b|\?/iu

/** What a clause with "not" says is not so. */
function negationIn(
  entry: Denial['entry'],
  by: Denial['by'],
  byWords: string,
  content: string,
): Denial | undefined {
  const [clause = ''] = content.split(/[;:]|,\s+(?:and|but|while|saying|adding)\b/)
  if (byWords === '' || !NOT.test(clause) || OPEN.test(clause)) return undefined
  const words = keysIn(clause)
  return words.size < FEWEST.plain
    ? undefined
    : { entry, by, byWords, words, ownDeed: OWN.test(clause), plain: clause, share: SHARE }
}

/** What an entry says is so, in its own words. */
function saidIn(entry: Entry): string | undefined {
  const { body } = entry as { body: Record<string, unknown> }
  const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '')
  switch (entry.kind) {
    case 'statement':
      return `${entry.body.speaker.map(({ name }) => name).join(' ')} ${text('content')}`
    case 'position':
      return `${text('stance')} ${text('content')}`
    case 'act':
      return `${entry.body.actor.map(({ name }) => name).join(' ')} ${text('words') || `${text('type')} ${text('object')}`}`
    case 'commitment':
      return `agreed ${text('what')}`
    case 'agreement':
      return `agreed ${text('name')}`
    default:
      return undefined
  }
}

const NEGATED =
  /\b(?:not|never|no|nothing|den(?:y|ied|ies)|neither|nor|refus\p{L}+|reject\p{L}*|false)\b|n[’']t\b/iu
const ASKED = /\?|^\W*(?:how|why|what|who|when|where)\b/i
/** What only might be or is wished for. */
const HEDGED =
  /^(?:if|unless)\b|\b(?:whether|may|might|could|should|would|must|wants?|wanted|demand\p{L}*|urg\p{L}+|call(?:s|ed)? (?:on|for)|seek\p{L}*|propos\p{L}+|offer\p{L}*|hop\p{L}+|plan(?:s|ned)?|consider\p{L}*|until|to be)\b/giu
const hedgesIn = (text: string): string[] =>
  (text.match(HEDGED) ?? []).map((word) => word.toLowerCase().slice(0, 4))

/** Denials with what they answer, where another report than the denial's tells it as so. */
export function denialDisputes(entries: readonly Entry[], known: KnownBy): Omit<Dispute, 'id'>[] {
  // A statement says whole what the act of denying has in part.
  const denials = entries
    .flatMap((entry) => denialIn(entry) ?? [])
    .sort((a, b) => Number(b.entry.kind === 'statement') - Number(a.entry.kind === 'statement'))
  if (denials.length === 0) return []
  const denying = new Set(denials.map(({ entry }) => entry.id))
  const around = tellingsByTime(
    entries.filter(({ id }) => !denying.has(id)),
    known,
  )
  const found: Omit<Dispute, 'id'>[] = []
  const answered = new Set<string>()
  for (const denial of denials) {
    const answers = around(denial).flatMap((one) =>
      sharedKeys(denial.words, one.words) >= denial.share * denial.words.size
        ? tellingsOf(one.entry, denial, known)
        : [],
    )
    if (answers.length === 0) continue
    const evidence = [...new Set(answers.map(({ one }) => one.id))].sort()
    const key = evidence.join()
    if (answered.has(key)) continue
    answered.add(key)
    const entriesTold = answers.map(({ entry }) => entry)
    const told = entriesTold.filter((entry) => !isDeed(entry))
    const tellers = tellersOf(told)
    found.push({
      class: 'contested',
      type: 'status',
      about: `whether it is so: ${aboutOf(told.find(({ kind }) => kind === 'statement') ?? denial.entry)}`,
      entries: [...new Set([denial.entry.id, ...entriesTold.map(({ id }) => id)])].sort(),
      readings: [
        { value: tellers === '' ? 'told as so' : `told by ${tellers}`, evidence },
        {
          value: `denied by ${denial.byWords}`,
          evidence: denial.entry.evidence.map(({ id }) => id),
        },
      ],
      explanation: {
        text:
          tellers === ''
            ? `Told by reports and denied by ${denial.byWords}; ${UNSETTLED}`
            : `One side's word against the other's: told by ${tellers}, denied by ${denial.byWords}; ${UNSETTLED}`,
        restsOn: [],
      },
    })
  }
  return found
}

/** Whether one entry denies what another tells as so. */
export function denies(one: Entry, other: Entry, known: KnownBy): boolean {
  const denial = denialIn(one)
  const words = denial && !denialIn(other) ? wordsTold(other) : undefined
  if (!denial || !words || sharedKeys(denial.words, words) < denial.share * denial.words.size) return false
  return tellingsOf(other, denial, known).length > 0
}

/** Keys of the words of what an entry tells as so; undefined where nobody can deny it. */
function wordsTold(entry: Entry): ReadonlySet<string> | undefined {
  const words = entry.aside || entry.polarity === 'denied' ? undefined : saidIn(entry)
  return words === undefined || NEGATED.test(words) || ASKED.test(words) ? undefined : keysIn(words)
}

/** Weeks in which entries are told, or none. */
const weeksOf = (entry: Entry, known: KnownBy): readonly (number | string)[] => {
  const period = toldOn(entry, known)
  return period ? stretchesOf(period, BEFORE) : ['whenever']
}

/** Keys by which an entry is found where another is held against it: as a denial, and as what may be denied. */
export function saidKeys(entry: Entry, known: KnownBy): string[] {
  const weeks = weeksOf(entry, known)
  if (denialIn(entry)) return ['denial', ...weeks.map((week) => `denial|${week}`)]
  return wordsTold(entry) ? weeks.map((week) => `said|${week}`) : []
}

/** Keys of what an entry is held against: a denial against all that is told in its weeks or at no time, the rest against denials. */
export function saidAgainst(entry: Entry, known: KnownBy): string[] {
  const weeks = weeksOf(entry, known)
  if (denialIn(entry)) return ['said|whenever', ...weeks.map((week) => `said|${week}`)]
  if (!wordsTold(entry)) return []
  return weeks[0] === 'whenever' ? ['denial'] : ['denial|whenever', ...weeks.map((week) => `denial|${week}`)]
}

/** Whether an entry denies something at a time that is not known: all that was ever told may be meant. */
export function deniesEver(entry: Entry, known: KnownBy): boolean {
  const denial = toldOn(entry, known) === undefined ? denialIn(entry) : undefined
  return denial !== undefined && denial.plain === undefined
}

/** An entry that tells something as so, with the keys of its words. */
interface Said {
  readonly entry: Entry
  readonly words: ReadonlySet<string>
}

/** What is told over more days than these is looked at whenever it was told. */
const LONG = 30

/**
 * Finds what was told in the weeks around a denial and has some of its words, in the order of the entries. Each word
 * leads to what has it, in the order of its days, and apart from that to what has no time, or a long one.
 */
function tellingsByTime(entries: readonly Entry[], known: KnownBy): (denial: Denial) => readonly Said[] {
  const timed: { readonly said: Said; readonly at: number; readonly latest: string }[] = []
  const others = new Map<string, { readonly said: Said; readonly at: number }[]>()
  for (const [at, entry] of entries.entries()) {
    const words = wordsTold(entry)
    if (!words) continue
    const said = { entry, words }
    const period = toldOn(entry, known)
    if (period && daysBetween(period.earliest, period.latest) <= LONG)
      timed.push({ said, at, latest: period.latest })
    else for (const word of said.words) addTo(others, word, { said, at })
  }
  timed.sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0))
  const withWord = new Map<string, (typeof timed)[number][]>()
  for (const one of timed) for (const word of one.said.words) addTo(withWord, word, one)
  return ({ entry, words }) => {
    const period = toldOn(entry, known)
    const from = period ? addDays(period.earliest, -BEFORE) : ''
    const to = period ? addDays(period.latest, BEFORE + LONG) : '~'
    const found = new Map<number, Said>()
    for (const word of words) {
      const list = withWord.get(word) ?? []
      for (let n = firstSince(list, from); n < list.length && list[n]!.latest <= to; n++)
        found.set(list[n]!.at, list[n]!.said)
      for (const { at, said } of others.get(word) ?? []) found.set(at, said)
    }
    return [...found].sort((a, b) => a[0] - b[0]).map(([, said]) => said)
  }
}

/** The place of the first that was out on a day or later, in a list by day. */
function firstSince(list: readonly { readonly latest: string }[], day: string): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.latest < day) low = middle + 1
    else high = middle
  }
  return low
}

function sharedKeys(words: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of words) if (other.has(word)) count++
  return count
}

/** "Threatened to close its ports": what its speaker did, told by others. */
const isDeed = (entry: Entry): boolean => entry.kind === 'statement' && /^to\s/.test(entry.body.content)

/** Who says what entries tell, in words; not who is told to have said it by another of them. */
function tellersOf(entries: readonly Entry[]): string {
  const names = entries.flatMap((entry) => {
    if (entry.kind !== 'statement' || entries.some((other) => holdsWordsOf(other, entry))) return []
    const { speaker, of, unnamed } = entry.body
    return unnamed ?? (speaker.length > 0 ? speaker : of).map(({ name }) => name)
  })
  return [...new Set(names)].slice(0, 3).join(', ')
}

/** "A diplomat said Peru had warned it would leave" of "Peru had warned it would leave": one sentence, and more told in it. */
function holdsWordsOf(outer: Entry, inner: EntryOf<'statement'>): boolean {
  if (outer === inner || outer.kind !== 'statement') return false
  const sentences = new Set(inner.evidence.map(sentenceKey))
  if (!outer.evidence.some((one) => sentences.has(sentenceKey(one)))) return false
  const [all, part] = [keysIn(outer.body.content), keysIn(inner.body.content)]
  return all.size > part.size && sharedKeys(part, all) === part.size
}

/** What is told or denied, without the words that tell or deny it. */
function aboutOf({ kind, body }: Entry): string {
  const text = kind === 'statement' ? body.content : kind === 'act' ? (body.words ?? '') : ''
  return text
    .replace(DENIES, '')
    .replace(/^\s*(?:(?:on\s+)?\p{Lu}\p{L}+day\s+)?that\s+/u, '')
    .trim()
}

/** Least share of the words between the first and the last that both have. */
const DENSE = 0.5

/** Whether words only wish for or suppose what others say is not so, tell it in passing, or say "without" where those do not. */
function isOther(said: string, { plain = '', words }: Denial): boolean {
  const own = hedgesIn(plain)
  const has = (text: string) => [...keysIn(text)].some((key) => words.has(key))
  const shared = [...said.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => has(word))
  const [first, last] = [shared[0], shared.at(-1)]
  if (!first || !last) return true
  // What follows behind the last word that both have is told besides.
  const upTo = said.slice(0, last.index + last[0].length)
  const between = [...keysIn(upTo.slice(first.index))]
  if (between.filter((key) => words.has(key)).length < DENSE * between.length) return true
  const without = (text: string) => /\bwithout\b/.test(text)
  return hedgesIn(upTo).some((word) => !own.includes(word)) || without(upTo) !== without(plain)
}

/** Whether a sentence has the words of what is denied. */
const tells = (quote: string, { words, share }: Denial): boolean =>
  sharedKeys(words, keysIn(quote)) >= share * words.size

/** Names before the verb that denies, and the noun there: "Norway's fisheries minister, Ola Lind, denied" speaks for Norway too, "the union denied" for it. */
function denierNames({ entry }: Denial): string[] {
  const [before = ''] = (entry.evidence[0]?.quote ?? '').split(
    /\b(?:den(?:y|ies|ied)|disput|reject|refut|rebut|dismiss)/,
  )
  return before.match(/\p{Lu}\p{L}{3,}|(?<=\b[Tt]he )\p{Ll}{4,}(?= $)/gu) ?? []
}

/** Whether a telling stands in the report of the denial: there only what somebody else is quoted with answers it. */
function sameReport({ entry: { evidence }, plain }: Denial, { kind }: Entry): (one: Evidence) => boolean {
  const reports = new Set(evidence.map(({ report }) => report))
  const sentences = new Set(evidence.map(sentenceKey))
  const isQuoted = kind === 'statement' && plain === undefined
  return (one) => reports.has(one.report) && (!isQuoted || sentences.has(sentenceKey(one)))
}

/** The tellings of an entry, of the denial's time, of the same deed, and not by the denier. */
function tellingsOf(
  entry: Entry,
  denial: Denial,
  known: KnownBy,
): { readonly entry: Entry; readonly one: Evidence }[] {
  const mine = toldOn(denial.entry, known)
  const theirs = toldOn(entry, known)
  if (denial.plain !== undefined && (!mine || !theirs)) return []
  if (mine && theirs) {
    if (
      daysBetween(theirs.latest, mine.earliest) > (denial.plain === undefined ? BEFORE : BEFORE_PLAIN) ||
      daysBetween(mine.latest, theirs.earliest) > (denial.plain === undefined ? BEFORE : 0)
    )
      return []
  }
  const said = entry.kind === 'statement' ? entry.body.content : (saidIn(entry) ?? '')
  if (denial.plain !== undefined && isOther(said, denial)) return []
  if (
    entry.kind === 'statement' &&
    entry.body.speaker.some(({ id }) => denial.by.some((ref) => ref.id === id))
  )
    return []
  const isOwn = sameReport(denial, entry)
  const names = [...denial.by.map(({ name }) => name.replace(/^.* /, '')), ...denierNames(denial)]
  const own = [...keysIn(denial.byWords)]
  const named = (quote: string) =>
    names.some((name) => quote.includes(name)) ||
    (own.length > 0 && own.every((key) => keysIn(quote).has(key)))
  return entry.evidence.flatMap((one) =>
    isOwn(one) ||
    one.polarity === 'denied' ||
    !tells(one.quote, denial) ||
    (denial.ownDeed && !named(one.quote))
      ? []
      : [{ entry, one }],
  )
}
