// In: a draft with tokens (and tags where there are any). Out: its time expressions, symbolic, in order of the text.
import type { TimeExpression } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { readNumeral } from '../quantities/numerals.ts'
import { type Atoms, atomsOf, wordAt } from './atoms.ts'
import { mayBegin } from './begin.ts'
import { core } from './core.ts'
import type { Context, Direction, Found } from './found.ts'
import { BEGINS, modified, withTail } from './modified.ts'
import { nameAt } from './named.ts'
import { firstDate, lendYears, secondDate, secondYear, yearBefore } from './pairs.ts'
import { eventOf, relationOf } from './relations.ts'
import { saidBefore } from './said.ts'
import { directions } from './tense.ts'

/** True where a number or amount at `i` belongs to money or something else. */
function isMoney(a: Atoms, i: number): boolean {
  const before = wordAt(a, i - 1)
  return (
    (before === '$' || before === '€' || before === '£' || before === '¥') && readNumeral(a, i) !== undefined
  )
}

/**
 * Fills `draft.times`. Follows TimeML's guidelines for extents (TimeML 1.2.1: determiners and modifiers in,
 * prepositions out) and HeidelTime's division into what is said and what it counts from (Strötgen & Gertz 2013).
 * Linear in the tokens: every rule looks at a bounded number of atoms.
 */
export function findTimes(draft: Draft): void {
  const atoms = atomsOf(draft)
  const flow = directions(draft)
  const { tokens } = draft
  const direction = (atom: number) => (flow[atoms.token[atom] ?? -1] ?? 0) as Direction
  const context: Context = {
    atoms,
    direction,
    ahead: (atom) => saidBefore(atoms, atom, direction(atom)),
    tag: (atom) => tokens.tag[atoms.token[atom] ?? -1] ?? '',
  }
  const founds: Found[] = []
  let i = 0
  while (i < atoms.count) {
    const bc = yearBefore(context, i)
    if (bc) {
      founds.push(bc)
      i = bc.next
      continue
    }
    const pair = firstDate(context, i)
    if (pair) {
      founds.push(pair.found)
      i = pair.second
      continue
    }
    if (!mayBegin(atoms, i) && !BEGINS.has(atoms.word[i]!)) {
      i++
      continue
    }
    let found = isMoney(atoms, i) ? undefined : (modified(context, i) ?? core(context, i))
    if (!found) {
      i++
      continue
    }
    found = withTail(context, found)
    founds.push(found)
    i = found.next
    const second = secondDate(context, found) ?? secondYear(context, found)
    if (second) {
      founds.push(second)
      i = second.next
    }
  }
  lendYears(atoms, founds)
  draft.times = founds
    .filter(
      (found) =>
        !isNamed(draft, atoms, found) && !isKindOfGood(draft, atoms, found) && !isFeast(draft, atoms, found),
    )
    .map((found) => expression(draft, context, found))
}

/** True for times that are words of a name: "USA Today", "April Smith"; "the September 11 attacks" keep their day. */
function isNamed(draft: Draft, a: Atoms, found: Found): boolean {
  for (let i = found.first; i < found.next; i++) if (!Number.isNaN(a.number[i]!)) return false
  const name = nameAt(draft.names, a.start[found.first]!)
  return (
    name !== undefined &&
    a.end[found.next - 1]! <= name.end &&
    name.type !== 'event' &&
    name.end - name.start > a.end[found.next - 1]! - a.start[found.first]!
  )
}

/** "winter tyres": a bare season right before a good says which kind it is. */
function isKindOfGood(draft: Draft, a: Atoms, found: Found): boolean {
  if (found.relative?.kind !== 'season' || found.next - found.first !== 1) return false
  const next = a.end[found.first]! + 1
  return draft.text[next - 1] === ' ' && nameAt(draft.names, next)?.type === 'good'
}

/** "Good Friday", "Bloody Sunday": a day by its name, in no week that the report is told from. */
function isFeast({ text }: Draft, a: Atoms, found: Found): boolean {
  const start = a.start[found.first]!
  return (
    /^\p{Lu}\p{L}+day\b/u.test(text.slice(start, start + 12)) &&
    /(?:^|[\s(“"])(?:Good|Ash|Black|Bloody|Cyber|Easter|Fat|Holy|Maundy|Palm|Shrove|Super|Whit) $/.test(
      text.slice(Math.max(0, start - 12), start),
    )
  )
}

function expression(draft: Draft, c: Context, found: Found): TimeExpression {
  const { atoms } = c
  const { first, next, ...meaning } = found
  const start = atoms.start[first]!
  const end = atoms.end[next - 1]!
  const said = relationOf(atoms, first)
  const relation = said === 'on' && found.type === 'DURATION' ? 'during' : said
  const from = found.type === 'DURATION' || found.anchor === 'event' ? eventOf(draft, atoms, next) : undefined
  return {
    start,
    end,
    first: atoms.token[first]!,
    last: atoms.token[next - 1]! + 1,
    ...meaning,
    ...(from && { anchor: 'event' as const, from }),
    ...(relation && { relation }),
  }
}
