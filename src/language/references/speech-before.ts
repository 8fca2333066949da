// In: a pronoun that speaks. Out: whose speech before it goes on: who spoke last, who is told of there, who begins anew.
import type { Draft } from '../draft.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import type { Place } from './salience.ts'

/** Mentions back that are looked at. */
export const MENTIONS_NEAR = 24

/** People told of in this sentence or the one before: "their" is theirs rather than a state's. */
export const isNearPeople = ({ plural, kind, sent, id }: Mention, sentence: number): boolean =>
  plural && kind === 'person' && sentence - sent < 2 && !id.startsWith('group:')

/** Whether somebody who may be meant is the subject of the sentence right before and says nothing there: speech does not go on over it. */
export function opensAnew(
  { draft, mentions, sourceOf, told }: Reading,
  token: number,
  gender: 'm' | 'f' | 'n',
): boolean {
  const before = draft.tokens.sent[token]! - 1
  const may = ({ kind, plural }: Mention) =>
    gender === 'n' ? kind === 'body' || kind === 'state' || plural : kind === 'person'
  return mentions.slice(-MENTIONS_NEAR).some(
    (one) =>
      one.sent === before &&
      (one.role === 'subject' || isAsked(draft, one)) &&
      may(one) &&
      sourceOf[one.first]! < 0 &&
      // "Lee said that Holm had left. He …": who is only told of does not open anew.
      told[one.first] === 0,
  )
}

/** "And the pilots?": the noun that a question without a verb is about. */
const isAsked = ({ tokens, sents }: Draft, { first, last, sent }: Mention): boolean => {
  const end = sents[sent]!.last
  if (tokens.form[end - 1] !== '?' || end - last > 1) return false
  return tokens.dep.slice(first, last).includes('root')
}

/** The last quotation before a token whose source is known, one that is itself only told of where there is no other; or −1. */
export function lastSpeech({ sourceOf, told }: Reading, token: number): number {
  const begin = Math.max(0, token - 160)
  let within = -1
  for (let i = token - 1; i >= begin; i--) {
    if (sourceOf[i]! < 0 || sourceOf[i] === sourceOf[token]) continue
    if (told[i] === 0) return sourceOf[i]!
    if (within < 0) within = sourceOf[i]!
  }
  return within
}

/** "Two envoys told another story. Chile and Peru refused, they said": the envoys, who the sentence before says will tell. */
export const openWithTellers = (
  { draft: { tokens }, mentions, roleWords }: Reading,
  { sent }: Place,
): boolean =>
  mentions.slice(-MENTIONS_NEAR).some((one) => {
    const verb = tokens.head[one.last - 1] ?? -1
    const tells =
      verb >= one.last && (roleWords.tells.has(tokens.lemma[verb]!) || tokens.lemma[verb] === 'give')
    return one.sent === sent - 1 && one.role === 'subject' && tells && isNearPeople(one, sent)
  })

/** "The company will close the mine, it said": the body that what is said before is about; −1 where it is none. */
export function subjectOfSaid({ draft, mentions, sourceOf }: Reading, token: number): number {
  const { content, form } = draft.quotations[sourceOf[token]!]!
  const { start, sent } = draft.tokens
  const [said] = content
  if (form === 'direct' || said === undefined || said.end > start[token]!) return -1
  const about = mentions
    .slice(-MENTIONS_NEAR)
    .find(
      ({ first, kind, role }) =>
        sent[first] === sent[token] &&
        start[first]! >= said.start &&
        role === 'subject' &&
        (kind === 'body' || kind === 'state'),
    )
  return about?.first ?? -1
}
