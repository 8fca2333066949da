// In: "a ministry spokesperson", "Chinese officials", "the U.S. side". Out: the state or body that speaks through them.
import type { Reference } from '../doc.ts'
import type { Mention } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

const VOICES = new Set(
  'official delegate spokesperson spokesman spokeswoman negotiator side delegation government authority administration regulator diplomat envoy team camp'.split(
    ' ',
  ),
)

/** Before a noun of people who speak no more for whom they served. */
export const PAST_OFFICE = /^(?:former|ex|retired|onetime|ousted)$/

const SEVERAL: ReadonlySet<string> = new Set(['side', 'team', 'camp', 'government'])

/** Somebody unnamed who speaks for a state or body named in the phrase, or for a body the phrase calls by its kind. */
export function voiceReference(reading: Reading, phrase: NounPhrase): Reference | undefined {
  if (!VOICES.has(phrase.lemma)) return undefined
  const { draft, mentions, roleWords } = reading
  const { start, end, lemma, form, tag } = draft.tokens
  if (draft.names.length === 0 || followsPerson(reading, phrase)) return undefined
  // "A former Norwegian negotiator" speaks for himself.
  if (draft.tokens.lower.slice(phrase.first, phrase.head).some((word) => PAST_OFFICE.test(word)))
    return undefined
  // "Norway's warring sides" are several.
  if (phrase.plural && SEVERAL.has(phrase.lemma)) return undefined
  // "Its spokesman": of whom "its" is.
  const owner = reading.references.findLast(({ first, last }) => first === phrase.first && last === first + 1)
  let id =
    owner && /^PRP\$/.test(tag[phrase.first]!) && !/^(?:person|phrase|group):/.test(owner.id) ? owner.id : ''
  let name = id === '' ? -1 : owner!.name
  for (let i = phrase.head - 1; i >= phrase.first - 3 && i >= 0 && id === ''; i--) {
    if (i < phrase.first && form[i] !== "'s" && tag[i] !== 'POS' && i !== phrase.first - 2) continue
    if (i < phrase.first && form[phrase.first - 1] !== "'s") break
    const index = reading.nameAt[i]!
    if (index >= 0) {
      const one = draft.names[index]!
      if (one.type === 'person' || one.type === 'good' || one.type === 'law' || one.type === 'event')
        return undefined
      // "The Illinois side" speaks for no state of the world.
      if (one.type === 'place' && one.id.startsWith('place:')) return undefined
      // "A Danish industry official" is not Denmark.
      const isState = one.type === 'place' || reading.nameWords.states.has(one.id)
      if (isState && isPrivate(reading, i + 1, phrase.head)) return undefined
      id = one.type === 'place' ? (one.of ?? '') : one.id
      name = index
    } else if (roleWords.kind.get(lemma[i]!) === 'body' && i >= phrase.first) {
      const body = mentions
        .slice(-400)
        .findLast(
          (mention) =>
            mention.name >= 0 && mention.kind === 'body' && mention.called.split(/[ -]/).includes(lemma[i]!),
        )
      if (!body || isElsewhere(reading, phrase, body)) return undefined
      id = body.id
      name = body.name
    }
  }
  if (id === '' || (id === 'EU' && isOfContinent(draft.text.slice(start[phrase.first]!, end[phrase.head]!))))
    return undefined
  const person = namedBefore(reading, phrase, id)
  if (person) {
    id = person.id
    name = person.name
  }
  return {
    start: start[phrase.first]!,
    end: end[phrase.head]!,
    first: phrase.first,
    last: phrase.last,
    id,
    name,
    kind: 'role',
  }
}

/** "A ministry official in Oslo": no ministry of another state. */
function isElsewhere(
  { draft, nameAt, nameWords }: Reading,
  { last }: NounPhrase,
  { name }: Mention,
): boolean {
  if (draft.tokens.lower[last] !== 'in') return false
  const there = draft.names[nameAt[last + 1] ?? -1]?.of
  const of = draft.names[name]?.of
  return there !== undefined && there !== of && (of === undefined || nameWords.states.has(of))
}

/** Whether a noun before the head says that they are of no state's staff. */
function isPrivate({ draft: { tokens }, roleWords }: Reading, first: number, head: number): boolean {
  for (let at = first; at < head; at++)
    if (tokens.tag[at]!.startsWith('NN') && roleWords.private.has(tokens.lemma[at]!)) return true
  return false
}

/** "A European diplomat": of some state there, not the union. */
const isOfContinent = (words: string): boolean => /\bEuropean\b(?! Union\b)/.test(words)

const ONE: ReadonlySet<string> = new Set(
  'official diplomat negotiator envoy spokesman spokeswoman spokesperson'.split(' '),
)

/** "Ann Lee left early. … the Norwegian diplomat said": who acts in the sentence before, where he may be of that state. */
function namedBefore({ draft, mentions }: Reading, phrase: NounPhrase, state: string): Mention | undefined {
  if (phrase.determiner !== 'the' || phrase.plural || !ONE.has(phrase.lemma)) return undefined
  const { sent } = draft.tokens
  const near = mentions
    .slice(-60)
    .filter((one) => sent[phrase.first]! - one.sent < 2 && one.first < phrase.first)
  // "A senior official … the official": somebody else, without a name.
  if (near.some(({ called, name }) => called === phrase.lemma && draft.names[name]?.type !== 'person'))
    return undefined
  const persons = near.filter(({ kind, name, role }) => kind === 'person' && name >= 0 && role === 'subject')
  const one = persons.at(-1)
  const of = one && draft.names[one.name]!.of
  return persons.every(({ id }) => id === one?.id) && (of === undefined || of === state) ? one : undefined
}

/** "spokesperson Ann Lee", "Ann Lee, a ministry spokesperson": the person is named. */
function followsPerson(reading: Reading, phrase: NounPhrase): boolean {
  const { names, tokens } = reading.draft
  for (const at of [phrase.last, phrase.last + 1, phrase.first - 2]) {
    const index = at >= 0 && at < reading.nameAt.length ? reading.nameAt[at]! : -1
    if (index < 0 || names[index]!.type !== 'person') continue
    if (at === phrase.last || tokens.form[at === phrase.first - 2 ? phrase.first - 1 : phrase.last] === ',')
      return true
  }
  return false
}
