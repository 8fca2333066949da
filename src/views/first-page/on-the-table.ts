// In: the matters of a round as reports name them. Out: the same, each said once with what is told of it: "the port (lease, staff)".
import { oneLine, withoutArticle } from '../words/safe-text.ts'

/** A matter, and what of it is talked about: "ownership" of "the ownership of the port". */
interface Named {
  readonly matter: string
  readonly side?: string
}

/** "The port's future" is about the port: such a word says nothing of it. */
const EMPTY: ReadonlySet<string> = new Set(
  'future fate status question issue case situation matter topic problem file subject'.split(' '),
)

const OWNED = /^(.{2,60}?)['’]s? ((?:\p{Ll}[\p{L}-]* ){0,2}\p{Ll}[\p{L}-]*)$/u
const OF = /^((?:\p{Ll}[\p{L}-]* )?\p{Ll}[\p{L}-]*) of (.{2,60})$/u

function named(words: string): Named {
  const owned = OWNED.exec(words)
  if (owned) return { matter: withoutArticle(owned[1]!), side: owned[2]! }
  const of = OF.exec(words)
  return of ? { matter: withoutArticle(of[2]!), side: of[1]! } : { matter: words }
}

/**
 * Matters in order of their first telling: those told of one thing ("the port's future", "the lease of the port", "the
 * port") in one, a thing told once in its own words. Linear in the matters.
 */
export function tableWords(agenda: readonly string[]): string[] {
  const groups = new Map<string, { matter: string; told: string[]; sides: string[] }>()
  for (const item of agenda) {
    const words = withoutArticle(oneLine(item))
    const { matter, side } = named(words)
    const key = matter.toLowerCase()
    const group = groups.get(key) ?? { matter, told: [], sides: [] }
    groups.set(key, group)
    if (!group.told.some((one) => one.toLowerCase() === words.toLowerCase())) group.told.push(words)
    const last = side?.split(' ').at(-1) ?? ''
    if (side && !EMPTY.has(last) && !group.sides.includes(side)) group.sides.push(side)
  }
  return [...groups.values()].map(({ matter, told, sides }) => {
    if (told.length === 1) return told[0]!
    return sides.length > 0 ? `${matter} (${sides.join(', ')})` : matter
  })
}
