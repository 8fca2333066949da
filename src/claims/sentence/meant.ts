// In: a sentence of a read report. Out: words in it that mean somebody whom only the words before it name.
import { type Doc, type Name, type Reference, UPOS } from '../../language/doc.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import type { Meant } from '../../model/index.ts'
import type { Scene } from './scene.ts'

const known = new WeakMap<Doc, ReadonlyMap<number, readonly Meant[]>>()

/** "He", "the company" in a sentence, each with the name of whom it means; nobody who is named in the sentence itself. */
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
  const spoken = new Set([...named, ...doc.references.map(({ first, id }) => `${sent[first]} ${id}`)])
  const titles = titlesOf(doc)
  const bodies = bodiesIn(doc)
  const found = new Map<number, Meant[]>()
  for (const one of doc.references) {
    const number = sent[one.first]!
    const key = `${number} ${one.id}`
    const name = doc.names[one.name]
    if (!name || named.has(key) || isQuoted(doc, one, number)) continue
    if (!isTold(doc, one, name) || mayBeAnother(doc, lexicon, one, name.type)) continue
    if (one.kind === 'role') {
      const noun = doc.tokens.lemma[one.last - 1]!
      const isShared = (titles.get(noun)?.size ?? 0) > 1
      const near = Array.from({ length: isShared ? 1 : FAR }, (_, back) => `${number - 1 - back} ${one.id}`)
      if (!near.some((place) => spoken.has(place))) continue
      // "The company" after two were told of is either.
      const around = Array.from({ length: FAR + 1 }, (_, back) => bodies.get(number - back) ?? []).flat()
      if (name.type === 'organisation' && around.some((id) => id !== one.id)) continue
    }
    named.add(key)
    const isOwner = doc.tokens.tag[one.last - 1] === 'PRP$'
    const list = found.get(number) ?? []
    found.set(number, list)
    list.push({ start: one.start, end: one.end, name: `${name.canonical}${isOwner ? "'s" : ''}` })
  }
  return found
}

/** Sentences back in which whoever is meant by "the company" must have been told of. */
const FAR = 6

/** The bodies that each sentence names. */
function bodiesIn({ names, tokens }: Doc): ReadonlyMap<number, readonly string[]> {
  const bodies = new Map<number, string[]>()
  for (const { type, id, first } of names) {
    if (type !== 'organisation') continue
    const number = tokens.sent[first]!
    bodies.set(number, [...(bodies.get(number) ?? []), id])
  }
  return bodies
}

/** The persons told to hold each office, by the office's last word. */
function titlesOf({ names }: Doc): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>()
  for (const { type, id, title = '' } of names) {
    if (type !== 'person' || title === '') continue
    const office = title.slice(title.lastIndexOf(' ') + 1).toLowerCase()
    const known = holders.get(office)
    if (known) known.add(id)
    else holders.set(office, new Set([id]))
  }
  return holders
}

/** "The Lofoten council": another than the one whose name lacks the word. */
const isOther = (words: string, canonical: string): boolean =>
  (words.match(/(?<= )\p{Lu}[\p{L}'’.-]+/gu) ?? []).some((word) => !canonical.includes(word))

/** "He" is a person, "the company" a body, "the minister" either; "it" and "its" are too often something else. */
function isTold({ text }: Doc, { start, end, kind }: Reference, { type, canonical }: Name): boolean {
  const told = text.slice(start, end)
  const words = told.toLowerCase()
  if (kind === 'role' && type === 'organisation' && isOther(told, canonical)) return false
  if (kind === 'role')
    return (type === 'person' || type === 'organisation') && !words.includes(canonical.toLowerCase())
  if (kind !== 'pronoun') return false
  return /^(?:he|she|his|her|him)$/.test(words) && type === 'person'
}

/** Lists of nouns for people. */
const PEOPLE = ['role-nouns', 'offices', 'private-nouns'] as const

/**
 * Whether the sentence has another who may be meant: before a pronoun ("the president said that his government"), anywhere
 * beside "the president"; and whether that is no person at all ("the administration").
 */
function mayBeAnother(
  { text, tokens, sents, names }: Doc,
  lexicon: Lexicon,
  { first: at, last, kind }: Reference,
  type: Name['type'],
): boolean {
  const sentence = sents[tokens.sent[at]!]!
  const isPerson = (i: number) =>
    PEOPLE.some((list) => lexicon.list(list).has(tokens.lemma[i]!.toLowerCase()))
  // "In her letter, Lund wrote": who comes after may be meant as well.
  const isLed = tokens.tag[at] === 'PRP$' && tokens.pos[at - 1] === ADP
  const end = kind === 'role' || isLed ? sentence.last : at
  const others = names.filter((name) => sentence.first <= name.first && name.first < end)
  if (type !== 'person') {
    // Beside "they" or "it" stand two, and which is which is not sure.
    return /\b(?:it|its|they|their)\b/i.test(text.slice(sentence.start, tokens.start[at]))
  }
  if (others.some((name) => name.type === 'person')) return true
  if (kind === 'role') return !isPerson(last - 1) || COLLECTIVE.has(tokens.lemma[last - 1]!)
  for (let i = sentence.first; i < at; i++) if (isPerson(i)) return true
  return false
}
/** Listed among roles, and no person. */
const COLLECTIVE: ReadonlySet<string> = new Set(['administration', 'government', 'regime', 'presidency'])
const ADP = UPOS.indexOf('ADP')

/** Within quotation marks that the sentence opens. */
function isQuoted({ text, sents }: Doc, { start }: Reference, number: number): boolean {
  const before = text.slice(sents[number]!.start, start)
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/“/g) > count(/”/g)
}
