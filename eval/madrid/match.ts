// In: an expected fact and a row of the record. Out: whether the row says it and stands on its sentence.
import { expected, type Fields, type Want } from './expected.ts'
import type { Found, Seen } from './seen.ts'

const fold = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, ' ').trim()
const ENUMERATED = new Set([
  'modality',
  'polarity',
  'form',
  'stage',
  'relation',
  'unit',
  'bound',
  'direction',
  'stance',
  'toldBy',
  'status',
  'level',
  'untilBound',
  'moved',
])
const DAYS = /^(\d{4}-\d{2}(?:-\d{2})?|\d{4})(?:\/(\d{4}-\d{2}-\d{2}))?$/
const DAY_FIELDS = new Set([
  'days',
  'day',
  'opens',
  'ends',
  'inSession',
  'due',
  'originalDue',
  'asOf',
  'until',
])

/** "2025-09" → its first and last day. */
export function rangeOf(days: string): { earliest: string; latest: string } | undefined {
  const match = DAYS.exec(days)
  if (match === null) return undefined
  const first = match[1]!
  const latest =
    match[2] ?? (first.length === 4 ? `${first}-12-31` : first.length === 7 ? `${first}-31` : first)
  return {
    earliest: first.length === 4 ? `${first}-01-01` : first.length === 7 ? `${first}-01` : first,
    latest,
  }
}

function isParty(want: string, found: { readonly ref: string; readonly names: readonly string[] }): boolean {
  if (found.ref === want) return true
  const known = expected.parties[want]
  const names = [found.ref.replace(/^[a-z]+:/, ''), ...found.names].map(fold)
  if (
    known?.names.some((alias) =>
      names.some(
        (name) =>
          name === alias ||
          ((alias.length > 3 || want.startsWith('person:')) && ` ${name} `.includes(` ${alias} `)),
      ),
    )
  )
    return true
  const itself = expected.parties[found.ref]
  if (itself?.of === want) return true
  return names.some((name) => name === fold(want.replace(/^[a-z]+:/, '')))
}

function isOne(field: string, want: string | number | boolean, found: Found): boolean {
  if (typeof want === 'number') return 'number' in found && found.number === want
  if (typeof want === 'boolean') return 'text' in found && found.text === String(want)
  if (DAY_FIELDS.has(field)) {
    const range = rangeOf(want)
    return (
      'earliest' in found &&
      range !== undefined &&
      found.earliest >= range.earliest &&
      found.latest <= range.latest
    )
  }
  if ('ref' in found) return isParty(want, found)
  if (!('text' in found)) return false
  return ENUMERATED.has(field) ? fold(found.text) === fold(want) : fold(found.text).includes(fold(want))
}

/** True where the values found for a field are what is wanted. */
export function holds(field: string, want: Want, fields: Seen['fields']): boolean {
  if (field === 'members') {
    return Object.entries(want as Record<string, readonly string[]>).every(([party, people]) =>
      people.every((person) =>
        (fields[`members:${party}`] ?? []).some((found) => isOne('persons', person, found)),
      ),
    )
  }
  const found = fields[field] ?? []
  if (want === null) return found.length === 0
  if (want === '') return found.length === 0
  if (Array.isArray(want)) return want.every((one: Want) => holds(field, one, fields))
  if (typeof want === 'object')
    return 'any' in want && (want.any as readonly Want[]).some((one) => holds(field, one, fields))
  return found.some((one) => isOne(field, want as string | number | boolean, one))
}

/** `{member, of, office}` asks for one seat, without `office` for one with any title; all else goes field by field. */
export function says(seen: Seen, is: Fields): boolean {
  if (typeof is.member === 'string') {
    const offices = Object.entries(seen.fields).filter(
      ([field]) =>
        field.startsWith('office:') && isParty(is.member as string, { ref: field.slice(7), names: [] }),
    )
    return offices.some(([, found]) =>
      found.some(
        (one) =>
          'text' in one && (is.office === undefined || fold(one.text).includes(fold(String(is.office)))),
      ),
    )
  }
  return Object.entries(is).every(([field, want]) => holds(field, want, seen.fields))
}

/** True where at least `share` of the row's words stand inside `[start, end)`. */
export function standsOn(seen: Seen, report: string, start: number, end: number, share = 0.3): boolean {
  if (seen.report !== report) return false
  let inside = 0
  let all = 0
  for (const span of seen.spans) {
    all += span.end - span.start
    inside += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start))
  }
  return inside > 0 && inside >= share * all
}

/** True where the row stands on `[start, end)`, or holds it whole among others, as a quotation of three sentences does each. */
export const cites = (seen: Seen, report: string, start: number, end: number): boolean =>
  standsOn(seen, report, start, end) ||
  (seen.report === report && seen.spans.some((span) => span.start >= start && span.end <= end))
