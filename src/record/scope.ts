// In: the negotiation a record proposes and what a user says of it. Out: the negotiation meant, and which entries are of it.
import type { Entry, Party, RecordJson, Ref, Scope } from '../model/index.ts'
import { isAside, refsIn } from './negotiation.ts'
import { isToldOf, type OfMatter } from './of-matter.ts'
import { contentWords } from './words.ts'

type Negotiation = RecordJson['negotiation']

/** A scope with its words told apart: those that name parties, and those that do not. */
export interface Scoped {
  readonly negotiation: Negotiation
  /** Parties named without others: entries must concern one of them. */
  readonly sides: readonly Ref[]
  /** Words of the matter, each a group that must stand in an entry together; one group is enough. */
  readonly matters: readonly (readonly string[])[]
  /** The reports of the matter proposed, where others tell other news; undefined where the user says what is meant. */
  readonly matter?: OfMatter
  /** Ids of states that are no strangers to the negotiation proposed; none where the user says what is meant. */
  readonly home?: ReadonlySet<string>
}

/** The negotiation as the user means it. Two parties named, or more, are its sides; one narrows to what concerns it. */
export function scoped(
  proposed: Negotiation,
  parties: readonly Party[],
  scope: Scope = {},
  matter?: OfMatter,
  home?: ReadonlySet<string>,
): Scoped {
  const named = new Map<string, Ref>()
  const matters: string[][] = []
  for (const words of scope.about ?? []) {
    const party = partyCalled(parties, words)
    if (party) named.set(party.id, { id: party.id, name: party.name })
    else matters.push(contentWords(words))
  }
  const sides = [...named.values()]
  const own: Negotiation =
    sides.length < 2
      ? proposed
      : {
          parties: sides,
          name: sides
            .map(({ name }) => name)
            .sort()
            .join('–'),
        }
  return {
    negotiation: scope.name === undefined ? own : { ...own, name: scope.name },
    sides: sides.length === 1 ? sides : [],
    matters,
    ...(matter && !scope.about?.length ? { matter } : {}),
    ...(home && !scope.about?.length ? { home } : {}),
  }
}

function partyCalled(parties: readonly Party[], words: string): Party | undefined {
  const wanted = words.toLowerCase()
  return (
    parties.find((party) => party.id === words) ??
    parties.find((party) => [party.name, ...party.names].some((name) => name.toLowerCase() === wanted))
  )
}

/** Whether an entry lies outside what is meant. */
export function isOutside(entry: Entry, meant: Scoped, sides: ReadonlyMap<string, string>): boolean {
  if (meant.matter && !isToldOf(entry.evidence, meant.matter)) return true
  if (isAside(entry, meant.negotiation, sides, meant.home)) return true
  const [only] = meant.sides
  if (only && !concerns(entry, only, sides)) return true
  if (meant.matters.length === 0) return false
  const text = new Set(
    contentWords(`${JSON.stringify(entry.body)} ${entry.evidence.map(({ quote }) => quote).join(' ')}`),
  )
  return !meant.matters.some((words) => words.every((word) => text.has(word)))
}

const concerns = (entry: Entry, side: Ref, sides: ReadonlyMap<string, string>): boolean =>
  refsIn(entry.body).some((ref) => ref.id === side.id || sides.get(ref.id) === side.id) ||
  entry.evidence.some(({ quote }) => quote.includes(side.name))
