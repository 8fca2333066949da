// In: "the government" of a text. Out: whose it is, by who tells of it or by the governments told of before.
import type { Reference } from '../doc.ts'
import type { Mention } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

/** Mentions back in which a body or office is looked for. */
export const LATEST = 400
/** Sentences within which somebody without a name is told of again by the noun alone. */
export const CALLED_WITHIN = 5

/** How many times as often as any other state one must be named to be whose government is meant where the text told of none. */
const FAR_MORE = 3

/**
 * The state of whose government, by these words, the text told before, where it told of none as often; else the one whose
 * ministers and officials it names, or that it is about. The United States' is "the administration" to most who write of
 * it beside another.
 */
export function onlyGovernment(reading: Reading, bound: string): Mention | undefined {
  const { governments, ministers, dealings, mentions, nameWords } = reading
  const times = [...dealings.times]
    .filter(([id]) => id !== bound && id !== 'EU' && nameWords.states.has(id))
    .sort(([, a], [, b]) => b - a)
  const others = times.filter(([id]) => id !== 'US')
  const isOfOthers = others.length > 0 && (others[0]?.[1] ?? 0) * FAR_MORE >= (dealings.times.get('US') ?? 0)
  const may = (id: string) =>
    id !== bound && !(isOfOthers && id === 'US') && !dealings.times.has(/^([A-Z]{2})-/.exec(id)?.[1] ?? '')
  for (const told of [governments, ministers]) {
    const [first, second] = [...told].filter(([id]) => may(id)).sort(([, a], [, b]) => b.n - a.n)
    if (first) return first[1].n > (second?.[1].n ?? 0) ? first[1].mention : undefined
  }
  // A part of a state where the text names no state.
  const parts = [...reading.sides]
    .map(([id, { n }]): [string, number] => [id, n])
    .filter(([id]) => nameWords.states.has(id) && may(id))
  const [first, second] = times.length === 0 ? parts : isOfOthers ? others : times
  if (!first || first[1] < FAR_MORE * (second?.[1] ?? 0)) return undefined
  return mentions.slice(-LATEST).findLast(({ name, id }) => name >= 0 && id === first[0])
}

/** "In Oslo, where the government", "France's senate backed the government": the only state that its sentence names before. */
export function governmentOfSentence({ draft, nameWords }: Reading, phrase: NounPhrase): string {
  const { sent, lower, dep, head } = draft.tokens
  const found = new Map<string, boolean>()
  for (const { first, last, id, of, type } of draft.names) {
    if (first >= phrase.first) break
    if (sent[first] !== sent[phrase.head] || type === 'person') continue
    const state = of ?? id
    if (!nameWords.states.has(state) || state === 'EU') continue
    const isWhere = lower[last] === ',' && lower[last + 1] === 'where' && phrase.first === last + 2
    if (isWhere) return state
    const noun = head[last - 1] ?? -1
    const owns = /^['’]s?$/.test(lower[last] ?? '') || /^(?:amod|compound)$/.test(dep[last - 1]!)
    found.set(state, owns && noun >= last && dep[noun] === 'nsubj')
  }
  const [only] = [...found]
  return found.size === 1 && only![1] && only![0] !== 'US' ? only![0] : ''
}

/** "She said the government was ready": the government of whom it is told by. */
export function governmentOfTeller(
  { mentions, draft, nameWords }: Reading,
  phrase: NounPhrase,
): Reference | undefined {
  const { sent, start, end } = draft.tokens
  const teller = mentions
    .slice(-LATEST)
    .findLast(
      ({ first, kind, role }) =>
        first < phrase.first && sent[first] === sent[phrase.head] && kind === 'person' && role === 'subject',
    )
  const state = draft.names[teller?.name ?? -1]?.of
  if (!teller || state === undefined || !nameWords.states.has(state)) return undefined
  return {
    start: start[phrase.first]!,
    end: end[phrase.head]!,
    first: phrase.first,
    last: phrase.last,
    id: state,
    name: -1,
    antecedent: { start: start[teller.first]!, end: end[teller.last - 1]! },
    kind: 'role',
  }
}

/** "A Peruvian official said the president": the state that is told to say it, "" where none is. */
export function stateOfTeller(reading: Reading, { first, head: at }: NounPhrase): string {
  const { draft, references, mentions, roleWords, nameWords } = reading
  const { head, sent, lemma } = draft.tokens
  const { states, bodies } = nameWords
  const near = [...references.slice(-CLOSE), ...mentions.slice(-CLOSE)].filter(
    (one) => sent[one.first] === sent[at] && one.last <= first,
  )
  const tells = (token: number) => {
    const verb = head[token]!
    return verb >= 0 && reading.subject[verb] === token && roleWords.tells.has(lemma[verb]!)
  }
  for (const { first: from, last, id, name } of near.sort((a, b) => b.first - a.first)) {
    let isTeller = false
    for (let token = from; token < last; token++) isTeller ||= tells(token)
    const state = draft.names[name]?.of ?? bodies.get(id)?.of ?? id
    if (isTeller) return states.has(state) ? state : ''
  }
  return ''
}
/** Mentions back that stand in a sentence. */
const CLOSE = 24

/** "Ruiz said that his government had asked a firm. The government denied": his, of which state the text does not say. */
export function isOfNobodyKnown({ mentions, draft }: Reading, { head, lemma }: NounPhrase): boolean {
  const { sent, tag } = draft.tokens
  const last = mentions
    .slice(-LATEST)
    .findLast(({ called, kind, role }) => called === lemma || (kind === 'state' && role !== 'modifier'))
  return (
    last !== undefined &&
    last.called === lemma &&
    last.name < 0 &&
    tag[last.first] === 'PRP$' &&
    sent[head]! - last.sent < CALLED_WITHIN
  )
}
