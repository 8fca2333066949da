// In: GUM's entity marks. Out: named persons, organisations and places of its news documents.
import type { Range } from '#parley/model/range.ts'
import type { Side } from '../split.ts'
import { type GoldSentence, treebank, type Word } from './conllu.ts'
import type { GoldName, NamedDocument } from './named-document.ts'

const TYPES: Readonly<Record<string, GoldName['type']>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
}

interface Mention {
  readonly fields: readonly string[]
  readonly first: number
  readonly last: number
}

/** The mentions of one sentence: "(3-person-…" opens, "3)" closes; `[first, last]` in words of the sentence. */
export function mentionsOf(words: readonly Word[]): Mention[] {
  const open: { fields: string[]; first: number }[] = []
  const mentions: Mention[] = []
  words.forEach((word, i) => {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(word.misc)?.[1]
    if (marks === undefined) return
    for (const [, opens, body, closes] of marks.matchAll(/(\()?([^()]+)(\))?/g)) {
      if (opens) open.push({ fields: body!.split('-'), first: i })
      if (!closes) continue
      const at = open.findLastIndex(({ fields }) => fields[0] === body!.split('-')[0])
      if (at >= 0) mentions.push({ ...open.splice(at, 1)[0]!, last: i })
    }
  })
  return mentions
}

const JOINS = new Set(['of', 'the', 'and', 'for', '&', '-', '–', "'s", 'de', 'del', 'la'])

/** The word that carries the name: a proper-noun head, or the name tied flat to a common noun ("author Truman Capote"). */
function nameHead(words: readonly Word[], inside: (i: number) => boolean): number | undefined {
  const head = words.findIndex((word, i) => inside(i) && !inside(word.head))
  if (head < 0) return undefined
  if (words[head]!.upos === 'PROPN') return head
  const flat = words.findIndex(
    (word, i) => inside(i) && word.head === head && word.deprel === 'flat' && word.upos === 'PROPN',
  )
  return flat < 0 ? undefined : flat
}

/** The name inside a mention; undefined where it has none, or is a list of several. `own` says which words are its own. */
function nameOf(
  words: readonly Word[],
  { fields, first, last }: Mention,
  own: (i: number) => boolean,
): [first: number, last: number] | undefined {
  const inside = (i: number) => i >= first && i <= last
  const head = nameHead(words, inside)
  if (head === undefined) return undefined
  const person = fields[1] === 'person'
  if (person && words[head]!.xpos === 'NNPS') return undefined
  if (words.some((each, i) => inside(i) && each.head === head && each.deprel === 'conj')) return undefined
  const named = ({ upos, xpos }: Word) => upos === 'PROPN' || xpos.startsWith('NNP')
  const proper = (i: number) => inside(i) && named(words[i]!) && (!person || own(i))
  const tied = (i: number) => words[i]!.form === '-'
  let from = head
  let to = head
  while (proper(from - 1) || (inside(from - 2) && tied(from - 1) && proper(from - 2))) from--
  while (proper(to + 1) || (inside(to + 2) && tied(to + 1) && proper(to + 2))) to++
  if (person) return [from, to]
  const least = (fields[5] ?? '')
    .split(',')
    .map((n) => first + Number(n) - 1)
    .filter(inside)
  const low = Math.min(from, ...least)
  const high = Math.max(to, ...least)
  for (let i = low; i <= high; i++) {
    if (!named(words[i]!) && !JOINS.has(words[i]!.form.toLowerCase())) return [from, to]
  }
  return [low, high]
}

interface SentenceNames {
  readonly names: GoldName[]
  /** Names of events, works and the like, and peoples ("Afghans"): not scored. */
  readonly ignored: Range[]
}

function namesOf({ words }: GoldSentence): SentenceNames {
  const mentions = mentionsOf(words)
  const names: GoldName[] = []
  const ignored: Range[] = words.filter(({ upos, xpos }) => upos === 'ADJ' && !xpos.startsWith('NNP'))
  for (const mention of mentions) {
    const { fields, first, last } = mention
    const type = TYPES[fields[1]!]
    const nested = mentions.filter(
      (other) => other !== mention && other.first >= first && other.last <= last && other.first > first,
    )
    const own = (i: number) => !nested.some((other) => i >= other.first && i <= other.last)
    const name = nameOf(words, mention, own)
    if (name === undefined) {
      if (type === 'person' && words[last]!.xpos === 'NNPS')
        ignored.push({ start: words[last]!.start, end: words[last]!.end })
      continue
    }
    const range = { start: words[name[0]]!.start, end: words[name[1]]!.end }
    if (type === undefined) ignored.push(range)
    else names.push({ type, ...range })
  }
  const inside = (a: Range, b: Range) =>
    b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start
  return { names: names.filter((name) => !ignored.some((range) => inside(name, range))), ignored }
}

/** Work is GUM-open train, check dev; adjectives of nationality, peoples and named events are ignored on both sides. */
export function gumNames(side: Side): NamedDocument[] {
  return treebank(side === 'work' ? 'gum-open-train.conllu' : 'gum-open-dev.conllu')
    .filter(({ name }) => name.startsWith('GUM_news'))
    .map(({ name, text, sentences }) => {
      const parts = sentences.map(namesOf)
      return {
        name,
        set: 'GUM-open news',
        text,
        names: parts.flatMap(({ names }) => names),
        ignored: parts.flatMap(({ ignored }) => ignored),
      }
    })
}
