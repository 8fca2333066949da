// In: a sentence of a read report. Out: words in it that mean somebody whom only the words before it name.
import type { Doc, Name, Reference } from '../../language/doc.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import type { Meant } from '../../model/index.ts'
import type { Scene } from './scene.ts'

const known = new WeakMap<Doc, ReadonlyMap<number, readonly Meant[]>>()

/** "He", "the company", "its" in a sentence, each with the name of whom it means; nobody who is named in the sentence itself. */
export function meantIn(
  { doc, lexicon }: Pick<Scene, 'doc' | 'lexicon'>,
  sentence: number,
): readonly Meant[] {
  let meant = known.get(doc)
  if (!meant) {
    meant = meantByWords(doc, lexicon)
    known.set(doc, meant)
  }
  return meant.get(sentence) ?? []
}

function meantByWords(doc: Doc, lexicon: Lexicon): Map<number, Meant[]> {
  const { sent } = doc.tokens
  const named = new Set(doc.names.map(({ first, id }) => `${sent[first]} ${id}`))
  const found = new Map<number, Meant[]>()
  for (const one of doc.references) {
    const number = sent[one.first]!
    const key = `${number} ${one.id}`
    const name = doc.names[one.name]
    if (!name || named.has(key) || !isTold(doc, one, name) || isQuoted(doc, one, number)) continue
    if (one.kind === 'pronoun' && hasPersonBefore(doc, lexicon, one.first)) continue
    named.add(key)
    const isOwner = doc.tokens.tag[one.last - 1] === 'PRP$'
    const list = found.get(number) ?? []
    found.set(number, list)
    list.push({ start: one.start, end: one.end, name: `${name.canonical}${isOwner ? "'s" : ''}` })
  }
  return found
}

/** "He" is a person; "its" and "the company" a body, "the minister" either; "it" is too often something else. */
function isTold({ text }: Doc, { start, end, kind }: Reference, { type, canonical }: Name): boolean {
  const words = text.slice(start, end).toLowerCase()
  if (kind === 'role')
    return (type === 'person' || type === 'organisation') && !words.includes(canonical.toLowerCase())
  if (kind !== 'pronoun') return false
  return /^(?:he|she|his|her|him)$/.test(words)
    ? type === 'person'
    : words === 'its' && type === 'organisation'
}

/** Lists of nouns for people who may be meant instead: "the president said that his government". */
const PEOPLE = ['role-nouns', 'offices', 'private-nouns'] as const

function hasPersonBefore({ tokens, sents, names }: Doc, lexicon: Lexicon, at: number): boolean {
  const { first } = sents[tokens.sent[at]!]!
  for (let i = first; i < at; i++)
    if (PEOPLE.some((list) => lexicon.list(list).has(tokens.lemma[i]!.toLowerCase()))) return true
  return names.some((name) => name.type === 'person' && first <= name.first && name.first < at)
}

/** Within quotation marks that the sentence opens. */
function isQuoted({ text, sents }: Doc, { start }: Reference, number: number): boolean {
  const before = text.slice(sents[number]!.start, start)
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/“/g) > count(/”/g)
}
