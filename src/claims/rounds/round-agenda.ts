// In: the noun or verb of a meeting. Out: what it is about: "talks on fish", "will cover fish", "met to discuss fish", "fish is on the table".
import type { Phrase } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/** Verbs by which talks, their subject, take up a matter, with the prepositions it stands behind; none for an object. */
const TAKING_UP: Readonly<Record<string, readonly string[]>> = {
  cover: [],
  address: [],
  discuss: [],
  tackle: [],
  explore: [],
  delve: ['into'],
  look: ['at'],
  focus: ['on', 'upon'],
  center: ['on', 'around'],
  centre: ['on', 'around'],
  concentrate: ['on'],
  touch: ['on', 'upon'],
  revolve: ['around'],
  deal: ['with'],
}
/** Verbs that say what people meet for. */
const DISCUSSING: ReadonlySet<string> = new Set(
  'discuss negotiate address tackle debate explore review settle resolve'.split(' '),
)
/** Where what is talked about lies: "on the table". */
const LISTS: ReadonlySet<string> = new Set(['agenda', 'table'])
/** Nouns that only lead to the matter behind "of" or "including": "a range of issues, including fish". */
const LEADING: ReadonlySet<string> = new Set(
  'array range variety lot number host issue matter topic question step margin sideline way'.split(' '),
)

/** The matters in order of the text, what is joined apart; [] where none is told. */
export function agendaOf(scene: Scene, trigger: number): Phrase[] {
  const { grammar } = scene
  const told = [
    ...['on', 'over', 'about'].flatMap((word) => grammar.obliques(trigger, word)),
    ...takenUp(scene, trigger),
    ...metFor(scene, trigger),
    ...onTheList(scene, trigger),
  ]
  const heads = told.flatMap((token) =>
    matters(scene, token, 0).filter((one) => !isAround(scene, token, one)),
  )
  return [...new Set(heads)].sort((a, b) => a - b).map((token) => matterAt(scene, token))
}

/** "The port's future amid protests, a possible strike and lower fees": what follows on "amid" may be what it is amid. */
function isAround({ doc }: Scene, first: number, matter: number): boolean {
  const { lower } = doc.tokens
  if (matter <= first) return false
  const from = Math.max(0, first - 6)
  const amid = lower.slice(from, matter).indexOf('amid')
  if (amid < 0) return false
  const comma = lower.slice(0, matter).lastIndexOf(',')
  const wider =
    comma >= 0 && lower.slice(comma, matter).some((word) => /^(?:broader|wider|other)$/.test(word))
  return !wider
}

/** "The talks will cover fish and ports": of talks that are the subject. */
function takenUp({ doc, grammar }: Scene, trigger: number): number[] {
  const verb = doc.tokens.head[trigger]!
  if (grammar.isVerb(trigger) || verb < 0 || doc.tokens.dep[trigger] !== 'nsubj') return []
  const behind = TAKING_UP[doc.tokens.lemma[verb]!]
  if (!behind) return []
  if (behind.length > 0) return behind.flatMap((word) => grammar.obliques(verb, word))
  // "Will cover a range of issues, including fish", hung on the verb.
  return [...grammar.objects(verb), ...['including', 'like'].flatMap((word) => grammar.obliques(verb, word))]
}

/** "Met to discuss fish", "talks to settle the quotas". */
function metFor({ doc, grammar }: Scene, trigger: number): number[] {
  const verb = grammar.isVerb(trigger) ? trigger : grammar.governor(trigger)
  return [trigger, ...(verb < 0 || verb === trigger ? [] : [verb])]
    .flatMap((token) => grammar.dependents(token, 'xcomp', 'advcl', 'acl'))
    .filter((token) => DISCUSSING.has(doc.tokens.lemma[token]!))
    .filter((token) => grammar.isInfinitive(token))
    .flatMap((token) => [
      ...grammar.objects(token),
      ...['on', 'over', 'about'].flatMap((word) => grammar.obliques(token, word)),
    ])
}

/** "Quotas are not on the table when they meet": what is said there of a matter is that it is none. */
export function isOffTheTable({ doc: { tokens, sents } }: Scene, trigger: number): boolean {
  const { first, last } = sents[tokens.sent[trigger]!]!
  for (let at = first + 3; at < last; at++)
    if (LISTS.has(tokens.lemma[at]!) && /^(?:not|n't|never)$/.test(tokens.lower[at - 3]!)) return true
  return false
}

/** "With fish on the agenda", "quotas and ports are on the table": in the sentence of the talks. */
function onTheList({ doc, grammar }: Scene, trigger: number): number[] {
  const { tokens, sents } = doc
  const { first, last } = sents[tokens.sent[trigger]!]!
  for (let at = first; at < last; at++) {
    if (!LISTS.has(tokens.lemma[at]!) || !grammar.caseOf(at).startsWith('on')) continue
    const own = grammar.dependents(at, 'nsubj')
    if (own.length > 0) return own
    // "Firmly on the agenda", "high on it are fees": past the word that says how.
    let head = tokens.head[at]!
    while (head >= 0 && /^(?:RB|JJ)/.test(tokens.tag[head]!)) {
      const subjects = grammar.dependents(head, 'nsubj')
      if (subjects.length > 0) return subjects
      head = tokens.head[head]!
    }
    if (head < 0) return []
    const told = grammar.isVerb(head) ? grammar.subjects(head) : [head]
    return [...told, ...told.flatMap((one) => grammar.obliques(one, 'alongside'))]
  }
  return []
}

/** The nouns that are matters: of "a range of issues, including fish" the fish; no days, places, parties or talks. */
function matters(scene: Scene, token: number, depth: number): number[] {
  const { grammar, doc, fillers } = scene
  const lemma = doc.tokens.lemma[token]!
  return grammar.conjuncts(token).flatMap((one) => {
    if (depth < 2 && LEADING.has(doc.tokens.lemma[one]!)) {
      const inner = ['including', 'like', 'such as', 'of'].flatMap((word) => grammar.obliques(one, word))
      return inner.flatMap((at) => matters(scene, at, depth + 1))
    }
    const isTalk = scene.rows('round-nouns').has(lemma) || NO_MATTER.has(doc.tokens.lemma[one]!)
    const isOut = fillers.timeAt(one) || fillers.place(one) || fillers.partyNamed(one).length > 0
    return isOut || isTalk || grammar.isVerb(one) || !fillers.isMatter(one) ? [] : [one]
  })
}

/** "On one hand", "on the second day", "on equal terms": how or when, not on what. */
const NO_MATTER: ReadonlySet<string> = new Set(
  'hand side basis track eve footing level term day week month morning afternoon evening night weekend phone telephone condition behalf occasion schedule sideline margin invitation request initiative ground soil'.split(
    ' ',
  ),
)

/** What comes behind a matter and is none of it: "the truce in Lima", "fish on the agenda", "the port amid concerns". */
const BEHIND: ReadonlySet<string> = new Set([
  'at',
  'during',
  'in',
  'on',
  'amid',
  'alongside',
  'all',
  'both',
  'ahead',
])

/** Its words, without where the talks were and what leads in ("specifically"). */
function matterAt(scene: Scene, token: number): Phrase {
  const { doc, grammar, fillers } = scene
  const { lower, tag, lemma } = doc.tokens
  let { first, last } = grammar.phrase(token, 'short')
  for (let at = token + 1; at <= last; at++) {
    if (!BEHIND.has(lower[at]!)) continue
    const place = fillers.nameAt(at + 1)?.type === 'place'
    const listed = LISTS.has(lemma[at + 1] ?? '') || LISTS.has(lemma[at + 2] ?? '')
    const aside = lower[at] !== 'in' && lower[at] !== 'on' && lower[at] !== 'at'
    if (place || listed || aside) last = at - 1
  }
  // "The app's future amid concerns", parsed as concerns: what stands before.
  const aside = lower.slice(first, token).findIndex((word) => word === 'amid' || word === 'alongside')
  if (aside > 0) return fillers.phraseOf(first, first + aside - 1, first + aside - 1)
  while (first < token && (tag[first] === 'RB' || tag[first] === ',')) first++
  last = withClause(scene, Math.max(last, token), token)
  // "The lease high up on the agenda": how.
  while (last > token && tag[last] === 'RB') last--
  return fillers.phraseOf(first, Math.max(last, token), token)
}

/** "Its failure to stop the ships": the last token with the infinitive behind a noun that says little without it. */
function withClause({ doc, grammar }: Scene, last: number, noun: number): number {
  const { lower, lemma, tag } = doc.tokens
  if (last !== noun || !FRAMES.has(lemma[noun]!) || lower[noun + 1] !== 'to' || tag[noun + 2] !== 'VB')
    return last
  const [object = noun + 2] = grammar.objects(noun + 2)
  return Math.max(noun + 2, grammar.phrase(object, 'short').last)
}

const FRAMES: ReadonlySet<string> = new Set(
  'failure refusal need plan effort attempt ability right decision bid push'.split(' '),
)
