// In: "a ministry spokesperson", "Chinese officials", "the U.S. side". Out: the state or body that speaks through them.
import type { Reference } from '../doc.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

const VOICES = new Set(
  'official spokesperson spokesman spokeswoman negotiator side delegation government authority administration regulator diplomat envoy team camp'.split(
    ' ',
  ),
)

const SEVERAL: ReadonlySet<string> = new Set(['side', 'team', 'camp', 'government'])

/** Somebody unnamed who speaks for a state or body named in the phrase, or for a body the phrase calls by its kind. */
export function voiceReference(reading: Reading, phrase: NounPhrase): Reference | undefined {
  if (!VOICES.has(phrase.lemma)) return undefined
  const { draft, mentions, roleWords } = reading
  const { start, end, lemma, form, tag } = draft.tokens
  if (draft.names.length === 0 || followsPerson(reading, phrase)) return undefined
  // "Norway's warring sides" are several.
  if (phrase.plural && SEVERAL.has(phrase.lemma)) return undefined
  let id = ''
  let name = -1
  for (let i = phrase.head - 1; i >= phrase.first - 3 && i >= 0 && id === ''; i--) {
    if (i < phrase.first && form[i] !== "'s" && tag[i] !== 'POS' && i !== phrase.first - 2) continue
    if (i < phrase.first && form[phrase.first - 1] !== "'s") break
    const index = reading.nameAt[i]!
    if (index >= 0) {
      const one = draft.names[index]!
      if (one.type === 'person' || one.type === 'good' || one.type === 'law' || one.type === 'event')
        return undefined
      id = one.type === 'place' ? (one.of ?? '') : one.id
      name = index
    } else if (roleWords.kind.get(lemma[i]!) === 'body' && i >= phrase.first) {
      const body = mentions
        .slice(-400)
        .findLast(
          (mention) =>
            mention.name >= 0 && mention.kind === 'body' && mention.called.split(/[ -]/).includes(lemma[i]!),
        )
      if (!body) return undefined
      id = body.id
      name = body.name
    }
  }
  if (id === '') return undefined
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
