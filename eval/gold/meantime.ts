// In: MEANTIME's files. Out: its documents, their names and the factuality of their events.
import type { Range } from '#parley/model/range.ts'
import { filesIn, readText } from '../data.ts'
import { documentName, type Side, sideOf } from '../split.ts'
import { type CatDocument, parseCat, rangeOf } from './cat.ts'
import type { GoldName, NamedDocument } from './named-document.ts'

const CORPORA = ['airbus', 'apple', 'gm', 'stock']

const cache = new Map<Side, { name: string; document: CatDocument }[]>()

export function meantime(side: Side): readonly { name: string; document: CatDocument }[] {
  let documents = cache.get(side)
  if (documents === undefined) {
    documents = CORPORA.flatMap((corpus) =>
      filesIn(`meantime/corpus_${corpus}`, '.xml')
        .filter((file) => sideOf(file) === side)
        .map((file) => ({
          name: documentName(file),
          document: parseCat(readText(`meantime/corpus_${corpus}/${file}`)),
        })),
    )
    cache.set(side, documents)
  }
  return documents
}

const TYPES: Readonly<Record<string, GoldName['type']>> = { PER: 'person', ORG: 'organisation', LOC: 'place' }
const DEMONYM =
  /(ian|ean|ese|ish|ican)$|^(German|French|Dutch|Thai|Swiss|Greek|Czech|Iraqi|Israeli|Saudi|Afghan|Turkish)$/
const JOINS = new Set(['of', 'the', 'and', 'for', '&', '-', '–', "'s", "'", 'de'])
const PRONOUNS = new Set([
  'i',
  'he',
  'she',
  'it',
  'they',
  'we',
  'you',
  'who',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'some',
  'both',
])
const ENDS = new Set([',', '(', 'who', 'which', 'in', 'near', 'at', 'with', 'from', 'on'])

/**
 * The name of a named mention, in token indices: marks cover whole noun phrases ("American car maker General Motors ("),
 * so up to the first comma, bracket or clause and from there the last run of capitalised words.
 */
export function nameInMention(forms: readonly string[]): [first: number, last: number] | undefined {
  const capital = (i: number) => /^[\p{Lu}\d]/u.test(forms[i] ?? '') || /^[a-z][A-Z]/.test(forms[i] ?? '')
  let end = forms.findIndex((form, i) => i > 0 && ENDS.has(form.toLowerCase()))
  if (end < 0 || !capital(end - 1)) end = forms.length
  let last = end - 1
  if (forms[last] === "'s" || forms[last] === "'") last--
  if (!capital(last)) return undefined
  let first = last
  while (first > 0 && (capital(first - 1) || JOINS.has(forms[first - 1]!.toLowerCase()))) first--
  while (first < last && !capital(first)) first++
  return [first, last]
}

/** A pronoun, or one word that the text also writes small ("Executives"): some files do not say which mentions are names. */
const isCommon = (forms: readonly string[], text: string): boolean =>
  forms.length === 1 &&
  (PRONOUNS.has(forms[0]!.toLowerCase()) || text.includes(` ${forms[0]!.toLowerCase()} `))

/** "GM and Chrysler" is no name where "Chrysler" is one by itself. */
function withoutLists(text: string, names: readonly GoldName[]): GoldName[] {
  const inside = (a: Range, b: Range) => a !== b && b.start <= a.start && a.end <= b.end
  return names.filter(
    (name) =>
      !(/ and |,/.test(text.slice(name.start, name.end)) && names.some((other) => inside(other, name))),
  )
}

/** Names are marked throughout only up to the sixth sentence (title, date and text); later ones where an event has them. */
const LAST_WHOLE = 5

/** Mentions of persons, organisations and places that are names; products, finance and common nouns are no names here. */
export function meantimeNames(side: Side): NamedDocument[] {
  return meantime(side).map(({ name, document }) => {
    const entityOf = new Map(
      document.relations
        .filter(({ tag }) => tag === 'REFERS_TO')
        .flatMap(({ sources, targets }) => sources.map((source) => [source, targets[0]!] as const)),
    )
    const typeOf = new Map(
      document.marks
        .filter(({ tag }) => tag === 'ENTITY')
        .map(({ id, attributes }) => [id, attributes.ent_type ?? '']),
    )
    const names = new Map<string, GoldName>()
    const end = document.tokens.findLast(({ sentence }) => sentence <= LAST_WHOLE)?.end ?? 0
    const ignored: Range[] = [{ start: end, end: document.text.length }]
    for (const mark of document.marks) {
      if (mark.tag !== 'ENTITY_MENTION' || mark.tokens.length === 0) continue
      if (document.tokens[mark.tokens[0]!]!.sentence > LAST_WHOLE) continue
      const syntax = mark.attributes.syntactic_type ?? ''
      if (syntax !== '' && syntax !== 'NAM' && syntax !== 'PRE.NAM') continue
      const forms = mark.tokens.map((i) => document.tokens[i]!.form)
      const core = nameInMention(forms)
      if (core === undefined || isCommon(forms.slice(core[0], core[1] + 1), document.text)) continue
      const start = document.tokens[mark.tokens[core[0]]!]!.start
      const until = document.tokens[mark.tokens[core[1]]!]!.end
      const type = TYPES[typeOf.get(entityOf.get(mark.id) ?? '') ?? '']
      if (type === undefined || (type === 'place' && core[0] === core[1] && DEMONYM.test(forms[core[0]]!))) {
        ignored.push({ start, end: until })
      } else names.set(`${start}-${until}`, { start, end: until, type })
    }
    return {
      name,
      set: 'MEANTIME',
      text: document.text,
      names: withoutLists(document.text, [...names.values()]),
      ignored,
    }
  })
}

export interface FactualEvent extends Range {
  readonly words: string
  readonly certainty: string
  readonly polarity: string
  readonly time: string
}

export interface FactualDocument {
  readonly name: string
  readonly text: string
  readonly events: readonly FactualEvent[]
}

/** The event mentions with their three marks as written ("CERTAIN", "NEG", "FUTURE", "UNDERSPECIFIED", ""). */
export function meantimeEvents(side: Side): FactualDocument[] {
  return meantime(side).map(({ name, document }) => ({
    name,
    text: document.text,
    events: document.marks
      .filter(({ tag, tokens }) => tag === 'EVENT_MENTION' && tokens.length > 0)
      .map((mark) => {
        const { start, end } = rangeOf(document, mark)
        const { certainty = '', polarity = '', time = '' } = mark.attributes
        return { start, end, words: document.text.slice(start, end), certainty, polarity, time }
      }),
  }))
}
