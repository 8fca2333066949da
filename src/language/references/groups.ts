// In: "the two sides", "both countries", "the pair". Out: the parties that are meant together.
import type { Reference } from '../doc.ts'
import type { Mention } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

const SIDES = new Set([
  'side',
  'party',
  'country',
  'nation',
  'government',
  'capital',
  'economy',
  'power',
  'neighbour',
  'neighbor',
  'ally',
  'rival',
  'delegation',
  'superpower',
  'team',
  'camp',
])
const PERSONS = new Set([
  'leader',
  'president',
  'minister',
  'man',
  'woman',
  'official',
  'negotiator',
  'diplomat',
  'envoy',
  'chief',
  'secretary',
  'lawmaker',
  'senator',
])
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['both', 2],
  ['three', 3],
  ['four', 4],
])

export function groupReference(reading: Reading, phrase: NounPhrase): Reference | undefined {
  const { draft } = reading
  const { lower, start, end } = draft.tokens
  let first = phrase.first
  let size = 0
  for (let i = phrase.first; i < phrase.head; i++) size = NUMBERS.get(lower[i]!) ?? size
  if (size === 0 && (lower[first - 1] === 'both' || lower[first] === 'both')) size = 2
  if (lower[first - 1] === 'both') first--
  const definite =
    phrase.determiner === 'the' ||
    phrase.determiner === 'both' ||
    phrase.determiner === 'these' ||
    lower[first] === 'both'
  let members: Mention[] = []
  if (phrase.lemma === 'pair' || phrase.lemma === 'duo') {
    if (phrase.determiner !== 'the' || lower[phrase.last] === 'of') return undefined
    members = lastPersons(reading, phrase.first, 2)
  } else if (!phrase.plural || !definite) return undefined
  else if (SIDES.has(phrase.lemma)) {
    if (size === 0 && phrase.lemma !== 'side' && phrase.lemma !== 'party') return undefined
    if (phrase.head - phrase.first > 3) return undefined
    members =
      phrase.lemma === 'party'
        ? parties(reading, size)
        : lastSides(reading, phrase.first, size === 0 ? 2 : size)
  } else if (PERSONS.has(phrase.lemma) && size > 1) members = lastPersons(reading, phrase.first, size)
  else return undefined
  if (members.length < 2) return undefined
  const ids = members.map((member) => member.id).sort()
  const before = members.reduce((a, b) => (a.first < b.first ? a : b))
  const after = members.reduce((a, b) => (a.first > b.first ? a : b))
  return {
    start: start[first]!,
    end: end[phrase.head]!,
    first,
    last: phrase.last,
    id: `group:${ids.join('+')}`,
    name: -1,
    antecedent: { start: start[before.first]!, end: end[after.last - 1]! },
    kind: 'group',
  }
}

/** Political parties where the text names some; else the sides. */
function parties(reading: Reading, size: number): Mention[] {
  const political = [...reading.sides.values()].filter(({ mention }) => /\bparty\b/.test(mention.called))
  if (political.length === 0) return lastSides(reading, reading.draft.tokens.count, size === 0 ? 2 : size)
  return political.length === size ? political.map(({ mention }) => mention) : []
}

/** The latest sentence that names as many persons as are meant. */
function lastPersons(reading: Reading, token: number, size: number): Mention[] {
  return lastTogether(reading, token, size, (mention) =>
    mention.kind === 'person' && mention.name >= 0 ? mention.id : '',
  )
}

/** The states (else bodies) named together last, else those the document names most. */
function lastSides(reading: Reading, token: number, size: number): Mention[] {
  const { draft, nameWords } = reading
  const side = (mention: Mention): string => {
    if (mention.name < 0) return ''
    const name = draft.names[mention.name]!
    const id =
      name.type === 'place' && name.id.startsWith('place:')
        ? ''
        : name.type === 'government' || name.type === 'place'
          ? (name.of ?? name.id)
          : ''
    return nameWords.states.has(id) ? id : ''
  }
  const acts = (mention: Mention) =>
    mention.name >= 0 && draft.names[mention.name]!.type === 'government' ? side(mention) : ''
  const together = lastTogether(reading, token, size, acts)
  if (together.length === size) return together.map((mention) => ({ ...mention, id: side(mention) }))
  const all = [...reading.sides.values()]
  const states = all.filter((one) => nameWords.states.has(one.mention.id))
  return (states.length >= size ? states : all)
    .sort((a, b) => b.n - a.n || a.mention.first - b.mention.first)
    .slice(0, size)
    .map(({ mention }) => mention)
}

function lastTogether(
  reading: Reading,
  token: number,
  size: number,
  key: (mention: Mention) => string,
): Mention[] {
  const { mentions } = reading
  let sentence = Number.POSITIVE_INFINITY
  let found = new Map<string, Mention>()
  for (let i = mentions.length - 1; i >= Math.max(0, mentions.length - 300); i--) {
    const mention = mentions[i]!
    if (mention.first >= token) continue
    if (mention.sent !== sentence) {
      if (found.size === size) break
      if (sentence - mention.sent > 8 && sentence !== Number.POSITIVE_INFINITY) break
      sentence = mention.sent
      found = new Map()
    }
    const id = key(mention)
    if (id !== '' && !found.has(id)) found.set(id, mention)
  }
  return found.size === size ? [...found.values()] : []
}
