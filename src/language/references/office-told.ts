// In: a person of a text, a phrase that names an office. Out: whether he is told to hold that office: "the minister" of who was titled one.
import type { Mention } from './mention.ts'
import type { NounPhrase } from './phrases.ts'
import type { Reading } from './reading.ts'

/** True where the person was given this office, or one that ends in the same word and is of no other field. */
export function hasOffice(
  reading: Reading,
  mention: Mention,
  phrase: NounPhrase,
  kind: string,
  side: string,
): boolean {
  if (mention.called === phrase.lemma) return true
  if (mention.name < 0) return false
  const name = reading.draft.names[mention.name]
  if (side !== '' && name?.of !== undefined && name.of !== side) return false
  const titles = reading.titles.get(mention.id)
  if (!titles) return false
  const before = wordsBefore(reading, phrase)
  // "The Liberal leader": of a party that none of his titles tells.
  if (isOfParty(reading, phrase) && !before.some((word) => [...titles].some((title) => title.includes(word))))
    return false
  const fields = OF_FIELD.test(phrase.lemma) ? fieldsBefore(reading, phrase) : []
  for (const title of titles) {
    const parts = title.split(/[ -]/)
    const last = parts.pop()
    if (last === phrase.lemma) {
      if (parts.some((word) => !RANK.test(word)) && !fields.every((word) => parts.includes(word))) continue
      if (isSameOffice(reading, parts, before, phrase.lemma)) return true
      continue
    }
    const given = reading.nameWords.offices.get(title) ?? reading.nameWords.offices.get(last ?? '')
    if (given && given.kind === kind && GENERIC.has(phrase.lemma)) return true
    if (given && (GENERIC_FOR.get(phrase.lemma)?.has(given.kind) ?? false)) return true
  }
  return false
}

/** Whether a word in capitals that is no state's stands before the office. */
const isOfParty = ({ draft, nameAt }: Reading, { first, head }: NounPhrase): boolean =>
  draft.tokens.form
    .slice(first, head)
    .some((form, at) => at > 0 && /^\p{Lu}\p{Ll}/u.test(form) && (nameAt[first + at] ?? -1) < 0)

const RANK = /^(?:vice|deputy|prime|assistant)$/

/** "The prime minister" is no labour minister, "the president" no vice president; "the minister" may be of trade. */
function isSameOffice(
  { nameWords }: Reading,
  title: readonly string[],
  phrase: readonly string[],
  office: string,
): boolean {
  if (title.some((word) => RANK.test(word) && !phrase.includes(word))) return false
  return phrase.every(
    (word) =>
      title.includes(word) ||
      !(RANK.test(word) || (title.length > 0 && nameWords.offices.has(`${word} ${office}`))),
  )
}

/** Offices that are of a field: "the finance minister" is no fisheries minister. */
const OF_FIELD = /^(?:minister|secretary)$/
const fieldsBefore = ({ draft: { tokens } }: Reading, { first, head }: NounPhrase): string[] =>
  tokens.lower.slice(first, head).filter((_, at) => /^NNS?$/.test(tokens.tag[first + at]!))

const wordsBefore = ({ draft }: Reading, { first, head }: NounPhrase): string[] =>
  draft.tokens.lower.slice(first, head)

/** Words that stand for any office of their kind. */
const GENERIC = new Set(
  'diplomat lawmaker legislator executive economist analyst academic spokesperson negotiator envoy leader'.split(
    ' ',
  ),
)
const GENERIC_FOR: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['official', new Set(['official', 'minister', 'diplomat', 'speaker'])],
  ['leader', new Set(['head', 'party', 'labour'])],
  ['spokesperson', new Set(['speaker'])],
  ['spokesman', new Set(['speaker'])],
  ['spokeswoman', new Set(['speaker'])],
  ['executive', new Set(['corporate'])],
])
