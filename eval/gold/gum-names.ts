// In: GUM's entity marks. Out: named persons, organisations and places of its news documents.
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

/** The name inside a mention whose head is a proper noun; undefined where it is none, or a list of several. */
function nameOf(
  words: readonly Word[],
  { fields, first, last }: Mention,
): [first: number, last: number] | undefined {
  const inside = (i: number) => i >= first && i <= last
  const head = words.findIndex((word, i) => inside(i) && !inside(word.head))
  const word = words[head]
  if (word === undefined || word.upos !== 'PROPN' || word.xpos === 'NNPS') return undefined
  if (words.some((each, i) => inside(i) && each.head === head && each.deprel === 'conj')) return undefined
  const named = ({ upos, xpos }: Word) => upos === 'PROPN' || xpos.startsWith('NNP')
  const proper = (i: number) => inside(i) && named(words[i]!)
  const tied = (i: number) => words[i]!.form === '-'
  let from = head
  let to = head
  while (proper(from - 1) || (inside(from - 2) && tied(from - 1) && proper(from - 2))) from--
  while (proper(to + 1) || (inside(to + 2) && tied(to + 1) && proper(to + 2))) to++
  if (fields[1] === 'person') return [from, to]
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

function namesOf(sentence: GoldSentence): GoldName[] {
  return mentionsOf(sentence.words).flatMap((mention) => {
    const type = TYPES[mention.fields[1]!]
    const name = type === undefined ? undefined : nameOf(sentence.words, mention)
    if (type === undefined || name === undefined) return []
    return [{ type, start: sentence.words[name[0]]!.start, end: sentence.words[name[1]]!.end }]
  })
}

/** Work is GUM-open train, check dev; adjectives of nationality are ignored on both sides. */
export function gumNames(side: Side): NamedDocument[] {
  return treebank(side === 'work' ? 'gum-open-train.conllu' : 'gum-open-dev.conllu')
    .filter(({ name }) => name.startsWith('GUM_news'))
    .map(({ name, text, sentences }) => ({
      name,
      set: 'GUM-open news',
      text,
      names: sentences.flatMap(namesOf),
      ignored: sentences.flatMap(({ words }) => words.filter(({ upos }) => upos === 'ADJ')),
    }))
}
