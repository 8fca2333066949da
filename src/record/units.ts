// In: a telling. Out: what it may become one entry with: the unit that is assembled as a whole, or keys and a test.
import type { Claim, ClaimOf } from '../model/index.ts'
import { actKeys, mayBeOneAct } from './assemble/acts.ts'
import { measureFamily } from './assemble/measures.ts'
import {
  DEPENDENCIES,
  FIGURES,
  type Joining,
  LEAST_LIKENESS,
  LINKAGES,
  POSITIONS,
  STATEMENTS,
} from './assemble/plain.ts'
import type { Told } from './placing/placed.ts'
import { wordsOf } from './words.ts'

/** Of such kinds one in twenty tellings is; each is assembled with all of its unit. */
export function unitOf({ claim }: Told): string | undefined {
  const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
  if (!about) return undefined
  switch (about.thread) {
    case 'measure':
      return `measure|${measureFamily(about)}`
    case 'agreement':
      return `agreement|${about.form}`
    case 'commitment':
      return `commitment|${about.by
        .map(({ id }) => id)
        .sort()
        .join('+')}`
    default:
      return about.thread
  }
}

type Act = Told<ClaimOf<'act'>>

const JOININGS: { readonly [K in Claim['kind']]?: Joining<K> } = {
  statement: STATEMENTS,
  position: POSITIONS,
  figure: FIGURES,
  linkage: LINKAGES,
  dependency: DEPENDENCIES,
}

const joiningOf = (told: Told): Joining<Claim['kind']> | undefined =>
  JOININGS[told.claim.kind] as Joining<Claim['kind']> | undefined

/** Tellings that are of no unit can only become one where each asks for a key that the other has for its own. */
export function joinKeys(told: Told): { readonly own: readonly string[]; readonly asks: readonly string[] } {
  const { claim } = told
  if (claim.kind === 'act') return actKeys(told as Act)
  const joining = joiningOf(told)
  if (!joining) return { own: [], asks: [] }
  const block = `${claim.kind}|${joining.blockOf(told)}`
  const amounts = joining.amountsOf?.(told)
  const keys = joining.textsOf(told).flatMap((text, at) => {
    const words = wordsOf(text)
    const each = tellingWords(words).map((word) => `${block}|${at}|${word}`)
    if (!amounts || each.length === 0) return each
    const all = `${block}|${at}|${[...new Set(words)].sort().join(' ')}`
    return [all, ...each.flatMap((key) => amounts.map((amount) => `${key}|${amount}`))]
  })
  return { own: keys, asks: keys }
}

/**
 * As many of the words of a text, the longest first, as two texts of a likeness cannot be without one in common (prefix
 * filter: Chaudhuri, Ganti and Kaushik 2006).
 */
function tellingWords(words: readonly string[]): string[] {
  const each = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return each.slice(0, each.length - Math.ceil(LEAST_LIKENESS * each.length) + 1)
}

/** Whether two tellings that share a key may become one; what may not is assembled apart. */
export function mayBeOne(a: Told, b: Told): boolean {
  if (a.claim.kind !== b.claim.kind) return false
  if (a.claim.kind === 'act' && b.claim.kind === 'act') return mayBeOneAct(a as Act, b as Act)
  const joining = joiningOf(a)
  return joining !== undefined && (joining.alike(a, b) || joining.alike(b, a))
}
