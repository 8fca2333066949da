// In: atoms beside a date. Out: the other date of a pair that leaves out month or year: "May 3-5", "24-25 June", "1915-17".
import { type Atoms, glued, wordAt } from './atoms.ts'
import { readMonth } from './calendar.ts'
import { core } from './core.ts'
import { type Context, type Found, pad2 } from './found.ts'

/** "March 3 to 5", "April 24 and 25", "March 3-5": the second date is an expression of its own. */
export function secondDate(c: Context, found: Found): Found | undefined {
  const a = c.atoms
  const r = found.relative
  const stated = found.value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(found.value)
  if (!(stated || (r?.kind === 'month' && r.date !== undefined)) || wordAt(a, found.next - 1).length > 4)
    return undefined
  if (!/^\d{1,2}$/.test(wordAt(a, found.next - 1))) return undefined
  const link = wordAt(a, found.next)
  if (
    link !== 'to' &&
    link !== 'and' &&
    link !== '-' &&
    link !== 'through' &&
    link !== 'or' &&
    link !== '--' &&
    link !== 'until'
  )
    return undefined
  const at = found.next + 1
  const date = a.number[at] ?? Number.NaN
  if (!(Number.isInteger(date) && date >= 1 && date <= 31) || wordAt(a, at).length > 2) return undefined
  const behind = wordAt(a, at + 1)
  if (readMonth(a, at + 1) || behind === '%' || behind === ':' || behind === 'percent' || behind === '-')
    return undefined
  if (c.tag(at + 1).startsWith('NN')) return undefined
  const base = { first: at, next: at + 1, type: 'DATE' } as const
  if (r?.kind === 'month') {
    const year = wordAt(a, at + 1) === ',' ? a.word[at + 2] : undefined
    if (year !== undefined && /^\d{4}$/.test(year)) {
      return { ...base, next: at + 3, value: `${year}-${pad2(r.month)}-${pad2(date)}` }
    }
    return { ...base, relative: { ...r, date }, anchor: 'published' }
  }
  return { ...base, value: `${found.value!.slice(0, 8)}${pad2(date)}` }
}

/** "24-25 June 1950", "3 and 4 March": the first date takes month and year from the second. */
export function firstDate(c: Context, i: number): { found: Found; second: number } | undefined {
  const a = c.atoms
  const date = a.number[i] ?? Number.NaN
  if (!(Number.isInteger(date) && date >= 1 && date <= 31) || wordAt(a, i).length > 2) return undefined
  const link = wordAt(a, i + 1)
  if (link !== '-' && link !== 'and' && link !== 'to' && link !== 'or' && link !== '/') return undefined
  if (!readMonth(a, i + 3) || !/^\d{1,2}$/.test(wordAt(a, i + 2))) return undefined
  const whole = core(c, i + 2)
  if (!whole) return undefined
  const base = { first: i, next: i + 1, type: 'DATE' } as const
  if (whole.relative?.kind === 'month')
    return { found: { ...base, relative: { ...whole.relative, date }, anchor: 'published' }, second: i + 2 }
  if (whole.value?.length === 10)
    return { found: { ...base, value: `${whole.value.slice(0, 8)}${pad2(date)}` }, second: i + 2 }
  return undefined
}

/** "1915-17", "1990/91": the second year. */
export function secondYear(c: Context, found: Found): Found | undefined {
  const a = c.atoms
  const value = found.value
  if (value === undefined || !/^\d{4}$/.test(value) || wordAt(a, found.next - 1) !== value) return undefined
  const link = wordAt(a, found.next)
  const short = wordAt(a, found.next + 1)
  if ((link !== '-' && link !== '/') || !/^\d\d$/.test(short) || !glued(a, found.next + 1)) return undefined
  if (short <= value.slice(2) || /^[-/]$/.test(wordAt(a, found.next + 2))) return undefined
  return { first: found.next + 1, next: found.next + 2, type: 'DATE', value: value.slice(0, 2) + short }
}

/** "480-479 BC": the first year. */
export function yearBefore(c: Context, i: number): Found | undefined {
  const a = c.atoms
  const year = a.number[i] ?? Number.NaN
  const link = wordAt(a, i + 1)
  if (!Number.isInteger(year) || year > 5000 || (link !== '-' && link !== 'to' && link !== 'and'))
    return undefined
  const second = core(c, i + 2)
  if (!second?.value?.startsWith('BC') || second.next < i + 4) return undefined
  return { first: i, next: i + 1, type: 'DATE', value: `BC${String(year).padStart(4, '0')}` }
}

const LINKS: ReadonlySet<string> = new Set(['-', '--', '/', 'to', 'and', 'or', 'until', 'through', 'till'])

/** "26 June - 4 August 1952", "in January and February 1937": the first takes the year of the second. */
export function lendYears(a: Atoms, founds: Found[]): void {
  for (let n = founds.length - 2; n >= 0; n--) {
    const first = founds[n]!
    const second = founds[n + 1]!
    const r = first.relative
    if (r?.kind !== 'month' || r.part !== undefined || second.first !== first.next + 1) continue
    const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(second.value ?? '')
    if (!match || !LINKS.has(wordAt(a, first.next))) continue
    const year = Number(match[1]) - (r.month > Number(match[2]) ? 1 : 0)
    const { relative: _, anchor: __, ...rest } = first
    const date = r.date === undefined ? '' : `-${pad2(r.date)}`
    founds[n] = { ...rest, value: `${year}-${pad2(r.month)}${date}` }
  }
}
