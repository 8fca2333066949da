// In: a draft with names. Out: the offices that its persons are told to hold, in title, before a comma or behind one.
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { NameWords } from '../names/words.ts'

/** Titles of each person, in small letters ("foreign minister"). */
export function titlesOf(draft: Draft, words: NameWords): Map<string, Set<string>> {
  const titles = new Map<string, Set<string>>()
  const named = new Set<number>()
  for (const { first, last } of draft.names) for (let at = first; at < last; at++) named.add(at)
  for (const name of draft.names) {
    if (name.type !== 'person') continue
    const title =
      name.title ?? titleBefore(draft, name, words, named) ?? titleBehind(draft, name, words, named)
    if (title !== undefined) addWord(titles, name.id, title.toLowerCase())
  }
  return titles
}

/** Adds a word to what is known by an id. */
export function addWord(map: Map<string, Set<string>>, id: string, word: string): void {
  const known = map.get(id)
  if (known) known.add(word)
  else map.set(id, new Set([word]))
}

/** "The governor of Texas, Dale Whit,", "Norway's fisheries minister, Ola Ruud,": the office of the phrase before the comma. */
function titleBefore(
  draft: Draft,
  { first, last }: Name,
  words: NameWords,
  named: ReadonlySet<number>,
): string | undefined {
  const { lower, sent, form } = draft.tokens
  if (lower[first - 1] !== ',' || sent[first - 1] !== sent[first]) return undefined
  // "Agreed with the minister, Ruud said": he is another.
  if (words.offices.has(lower[first - 2] ?? '') && /^[,.)]$/.test(form[last] ?? ''))
    return officeAt(draft, first - 2, named)
  for (let at = first - 2; at > 0 && at > first - 9 && sent[at] === sent[first]; at--) {
    if (lower[at] === ',') return undefined
    if (lower[at + 1] === 'of' && words.offices.has(lower[at]!)) return officeAt(draft, at, named)
  }
  return undefined
}

/** "Eva Lang, the EU envoy,", "Eva Lang, Norway's trade minister,": the office that ends the phrase behind the comma. */
function titleBehind(
  draft: Draft,
  { last }: Name,
  words: NameWords,
  named: ReadonlySet<number>,
): string | undefined {
  const { lower, sent } = draft.tokens
  if (lower[last] !== ',' || sent[last + 1] !== sent[last]) return undefined
  if (!/^(?:the|an?|its|their|his|her)$/.test(lower[last + 1] ?? '') && !named.has(last + 1)) return undefined
  for (let at = last + 2; at < last + 7 && sent[at] === sent[last]; at++) {
    if (words.offices.has(lower[at]!) && /^(?:,|of|for|to|in)$/.test(lower[at + 1] ?? ''))
      return officeAt(draft, at, named)
    if (lower[at] === ',') return undefined
  }
  return undefined
}

/** Words of an office before its last, at most. */
const LONGEST = 3

/** The office that ends here, with what it is of: "foreign minister". */
function officeAt({ tokens }: Draft, office: number, named: ReadonlySet<number>): string {
  const { lower, tag, sent } = tokens
  let from = office
  while (
    from > 0 &&
    office - from < LONGEST &&
    sent[from - 1] === sent[office] &&
    !named.has(from - 1) &&
    /^(?:NNP?S?|JJ|HYPH|VBG)$/.test(tag[from - 1]!)
  )
    from--
  return lower.slice(from, office + 1).join(' ')
}
