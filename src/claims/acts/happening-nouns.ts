// In: a scene, a token, the words table happening-nouns. Out: the classes its noun is of: a stoppage, people at work, who rules.
import type { Lexicon } from '../../language/lexicon.ts'
import type { Scene } from '../sentence/scene.ts'
import { isStrikeMoney } from '../sentence/strike-money.ts'

/** One noun of a class: with one of `needs` before it or behind its "of" (a word or a class) or "on", and with none of `not`. */
interface Member {
  readonly of: string
  readonly needs: ReadonlySet<string>
  readonly not: ReadonlySet<string>
}

const known = new WeakMap<Lexicon, ReadonlyMap<string, readonly Member[]>>()

function membersOf(lexicon: Lexicon): ReadonlyMap<string, readonly Member[]> {
  const done = known.get(lexicon)
  if (done) return done
  const members = new Map<string, Member[]>()
  const words = (cell: string | undefined) => new Set((cell ?? '').split(' ').filter(Boolean))
  for (const row of lexicon.table('happening-nouns'))
    for (const noun of words(row.noun)) {
      const one = { of: row.class ?? '', needs: words(row.with), not: words(row.not) }
      members.set(noun, [...(members.get(noun) ?? []), one])
    }
  known.set(lexicon, members)
  return members
}

const labourWords = new WeakMap<Lexicon, ReadonlyMap<string, string>>()

/** Whether a name is of those who work or who speak for them, by its words (`labour-name-words`), and not of an office over them: "the Labour Court". */
export function isLabour(lexicon: Lexicon, name: string): boolean {
  let kinds = labourWords.get(lexicon)
  if (!kinds) {
    kinds = new Map(lexicon.table('labour-name-words').map(({ word = '', kind = '' }) => [word, kind]))
    labourWords.set(lexicon, kinds)
  }
  const told = name
    .toLowerCase()
    .split(/\W+/)
    .map((word) => kinds.get(word))
  return told.includes('labour') && !told.includes('office')
}

const unions = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Whether a name is that of a union: by its words, or by the list of them. */
function isUnion({ lexicon }: Scene, name: string): boolean {
  let listed = unions.get(lexicon)
  if (!listed) unions.set(lexicon, (listed = new Set(lexicon.table('names-labour').map((row) => row.name!))))
  return listed.has(name) || isLabour(lexicon, name)
}

/** What somebody or something is: the last word of a name ("Supreme Court"), else the lemma; and its classes, PERSON, CHAMBER, ORGANISATION and LABOUR (a union) among them. */
export function kindsOf(scene: Scene, token: number, depth = 0): string[] {
  const { doc, fillers, lexicon } = scene
  const name = fillers.nameAt(token)
  const word = name ? doc.tokens.lower[name.last - 1]! : wordAt(scene, token)
  const kinds = [word]
  // A presidential palace votes on nothing.
  if (lexicon.list('chamber-nouns').has(word) && name?.type !== 'government') kinds.push('CHAMBER')
  if (name?.type === 'person') kinds.push('PERSON')
  if (name?.type === 'organisation') kinds.push('ORGANISATION')
  if (name?.type === 'organisation' && isUnion(scene, name.canonical)) kinds.push('LABOUR')
  // "Metalworkers"
  if (!name && /.workers$/.test(doc.tokens.lower[token]!)) kinds.push('WORKERS')
  for (const { of, needs, not } of membersOf(lexicon).get(word) ?? []) {
    const before = name ? doc.tokens.lower.slice(name.first, name.last - 1) : wordsBefore(scene, token)
    const has = (want: string) => before.includes(want) || behindOf(scene, token, want, depth)
    if ((needs.size > 0 && ![...needs].some(has)) || isStrikeMoney(doc, token)) continue
    if ([...not].some((word) => before.includes(word) || (word === 'NAMED' && isOnNamed(scene, token))))
      continue
    kinds.push(of)
  }
  return kinds
}

/** Whether {@link kindsOf} has this class of the table, asked without making the others where the word has none. */
export const isOfKind = (scene: Scene, token: number, kind: string): boolean => {
  const name = scene.fillers.nameAt(token)
  const word = name ? scene.doc.tokens.lower[name.last - 1]! : wordAt(scene, token)
  return membersOf(scene.lexicon).has(word) && kindsOf(scene, token).includes(kind)
}

/** "Go-slow" in three tokens is one word. */
function wordAt({ doc }: Scene, token: number): string {
  const { lemma, lower, tag } = doc.tokens
  return tag[token - 1] === 'HYPH' && !lemma[token]!.startsWith(lower[token - 2]!)
    ? `${lower[token - 2]}-${lemma[token]}`
    : lemma[token]!
}

const wordsBefore = ({ doc, grammar }: Scene, token: number): string[] =>
  grammar.dependents(token, 'compound', 'amod', 'nmod:poss').flatMap((one) => [
    doc.tokens.lemma[one]!,
    // "Labour-court order"
    ...doc.tokens.lower[one]!.split('-'),
  ])

/** "Notice of a strike", "four days of strikes", "a ban on overtime". */
function behindOf(scene: Scene, token: number, want: string, depth: number): boolean {
  if (depth >= 2) return false
  const { grammar, doc } = scene
  const { dep, head, lemma } = doc.tokens
  // "Served notice on Sunday of a strike", hung on the verb.
  const heads = dep[token] === 'obj' && lemma[token] === 'notice' ? [token, head[token]!] : [token]
  return (
    grammar.obliques(token, 'on').some((one) => lemma[one] === want) ||
    heads
      .flatMap((over) => grammar.obliques(over, 'of'))
      .some((one) => lemma[one] === want || kindsOf(scene, one, depth + 1).includes(want))
  )
}

/** "A strike on Kalo", "strikes against Peru": done to a place or state. */
const isOnNamed = ({ grammar, fillers }: Scene, token: number): boolean =>
  ['on', 'against'].some((word) =>
    grammar
      .obliques(token, word)
      .some((one) => /^(?:place|government)$/.test(fillers.nameAt(one)?.type ?? '')),
  )
