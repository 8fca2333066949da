// In: a read report and its grammar. Out: what stands at a token: parties, phrases, values, times.

import { type Doc, type Name, type Quantity, type TimeExpression, UPOS } from '../../language/doc.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import type { Phrase, Ref, Value } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'
import { groupsIn } from './groups.ts'
import { type Marked, markedIn } from './marked.ts'
import { partsOfBodies } from './members.ts'
import { PARTY_TYPES, type Parties, partiesIn } from './parties.ts'
import { idsOf, unique } from './refs.ts'

/** Looks up names, references, quantities and times by token. */
export interface Fillers extends Parties {
  nameAt(token: number): Name | undefined
  quantityAt(token: number): Quantity | undefined
  timeAt(token: number): TimeExpression | undefined
  /** The quantity at a token or, failing that, the first in its short phrase. */
  quantityIn(token: number): Quantity | undefined
  lemma(token: number): string
  /** Whether the token heads something that can be at issue: no party, no pronoun, no empty noun. */
  isMatter(token: number): boolean
  /** Some members of a body: what they do the body does not. */
  isPartOfBody(token: number): boolean
  /** Many or bodies that bargain without a name ("the union", "small islands", "it"), and those joined to it, by their words. */
  groups(token: number): Ref[]
  persons(token: number): Ref[]
  place(token: number): Ref | undefined
  phrase(token: number, how?: 'whole' | 'short' | 'clause'): Phrase
  phraseOf(first: number, last: number, head: number): Phrase
  /** The person's, office's or organisation's side; the party itself where it is a government. */
  sideOf(ref: Ref): Ref | undefined
  name(id: string): string
}

const FUNCTION: ReadonlySet<number> = new Set(
  (['PRON', 'DET', 'PUNCT', 'SCONJ', 'ADP', 'PART', 'CCONJ', 'ADV'] as const).map((tag) => UPOS.indexOf(tag)),
)
/** Nouns that name nothing by themselves. */
const VAGUE: ReadonlySet<string> = new Set([
  'move',
  'thing',
  'one',
  'way',
  'part',
  'lot',
  'something',
  'anything',
  'nothing',
  'everything',
  'kind',
  'sort',
  'fact',
  'ally',
  'official',
  'counterpart',
  'partner',
  'lawmaker',
  'reporter',
  'side',
  'people',
  'person',
  'time',
  'question',
])
export function fillersOf(doc: Doc, grammar: Grammar, lexicon: Lexicon): Fillers {
  const { tokens } = doc
  const marked = markedIn(doc, lexicon)
  const { names, references, quantities, times, side, types, refOf } = marked
  const isPartOfBody = partsOfBodies(grammar, marked)
  const phraseOf = phrasesIn(doc, marked)
  return {
    nameAt: (token) => names.get(token),
    quantityAt: (token) => quantities.get(token),
    timeAt: (token) => times.get(token),
    quantityIn: (token) => {
      const here = quantities.get(token)
      if (here) return here
      const { first, last } = grammar.phrase(token, 'short')
      for (let at = first; at <= last; at++) {
        const found = quantities.get(at)
        if (found) return found
      }
      return undefined
    },
    lemma: (token) => tokens.lemma[token]!,
    isMatter: (token) => {
      // "$25 billion a year" is as little a thing as "$25 billion".
      const unit = quantities.get(token)?.unit.replace(/ per \w+$/, '')
      if (unit === '' || unit === '%' || /^[A-Z]{3}$/.test(unit ?? '-')) return false
      if (FUNCTION.has(tokens.pos[token]!) || times.get(token)?.type === 'DATE') return false
      const name = names.get(token)
      if (name && PARTY_TYPES.has(name.type)) return false
      return !VAGUE.has(tokens.lemma[token]!)
    },
    ...partiesIn(grammar, marked, lexicon, isPartOfBody),
    isPartOfBody,
    groups: groupsIn(grammar, marked, lexicon, phraseOf),
    persons: (token) => {
      const found: Ref[] = []
      for (const at of grammar.conjuncts(token)) {
        const name = names.get(at)
        if (name?.type === 'person') found.push({ id: name.id, name: name.canonical })
        else {
          const reference = references.get(at)
          if (reference)
            for (const id of idsOf(reference)) if (types.get(id) === 'person') found.push(refOf(id))
        }
      }
      return unique(found)
    },
    place: (token) => {
      const name = names.get(token)
      return name && (name.type === 'place' || name.type === 'government')
        ? { id: name.id, name: name.canonical }
        : undefined
    },
    phrase: (token, how = 'short') => {
      const { first, last } = grammar.phrase(token, how)
      return phraseOf(first, last, token)
    },
    phraseOf,
    sideOf: (ref) => {
      const of = side.get(ref.id)
      if (of) return refOf(of)
      const type = types.get(ref.id)
      return type === 'government' || type === 'place' ? ref : undefined
    },
    name: marked.nameOf,
  }
}

/** The words between two tokens, with who is named in them. */
function phrasesIn(
  doc: Doc,
  { names, references }: Marked,
): (from: number, to: number, head: number) => Phrase {
  const { tokens } = doc
  // "the “toughest sanctions": a mark that opens is closed right behind, or left out.
  const inMarks = (first: number, last: number): readonly [number, number] => {
    let open = -1
    for (let at = first; at <= last; at++) {
      const form = tokens.form[at]!
      if (form === '“' || (form === '"' && open < 0)) open = at
      else if (form === '”' || form === '"') open = -1
    }
    if (open < 0) return [first, last]
    if (/^[”"]$/.test(tokens.form[last + 1] ?? '')) return [first, last + 1]
    return open === first && last > first ? [first + 1, last] : [first, last]
  }

  return (from, to, head) => {
    const [first, last] = inMarks(from, to)
    const start = tokens.start[first]!
    const end = tokens.end[last]!
    const ids: string[] = []
    for (let at = first; at <= last; at++) {
      const id = names.get(at)?.id ?? references.get(at)
      if (id) for (const one of idsOf(id)) if (!one.startsWith('event:') && !ids.includes(one)) ids.push(one)
    }
    return {
      text: doc.text.slice(start, end).replace(/\s+/g, ' '),
      start,
      end,
      head: tokens.lemma[head]!,
      ids,
    }
  }
}

export function toValue(quantity: Quantity): Value {
  return {
    value: quantity.value,
    ...(quantity.high === undefined ? {} : { high: quantity.high }),
    unit: quantity.unit,
    bound: quantity.bound,
  }
}
