// In: an entry, a field and a value. Out: the entry with it, checked against the entry's schema; or why it cannot be.
import { type DeadlineBody, Entry } from '../../model/index.ts'

/** What stands in a field of a body ("due", "steps.0.rate"); undefined where there is none. */
export function fieldOf(body: unknown, field: string): unknown {
  let at = body
  for (const key of field.split('.')) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

/** The entry with another value in a field of its body; the reason where the schema does not allow it. */
export function withField(entry: Entry, field: string, value: unknown): Entry | string {
  const machine = fieldOf(entry.body, field)
  const body = setIn(entry.body, field.split('.'), value)
  if (body === undefined) return `there is no field "${field}"`
  // The day an entry holds from or to is often the day in its body: both are one fact.
  const valid = Object.fromEntries(
    Object.entries(entry.valid).map(([end, days]) => [
      end,
      machine !== undefined && JSON.stringify(days) === JSON.stringify(machine) ? value : days,
    ]),
  )
  const whole =
    entry.kind === 'deadline' && field === 'due' ? withDue(body as DeadlineBody, machine, value) : body
  const parsed = Entry.safeParse({ ...entry, body: whole, valid })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `${issue?.path.join('.') ?? field}: ${issue?.message ?? 'it does not fit'}`
  }
  if (!Object.is(JSON.stringify(fieldOf(parsed.data.body, field)), JSON.stringify(value)))
    return `there is no field "${field}"`
  return parsed.data
}

/** A due day put right is so in the chain and in the move that led to it: it was misread there, not moved once more. */
function withDue(body: DeadlineBody, machine: unknown, value: unknown): unknown {
  const misread = JSON.stringify(machine)
  const right = (days: unknown) => (JSON.stringify(days) === misread ? value : days)
  return {
    ...body,
    chain: body.chain.map(right),
    moves: body.moves.map((move) => (move.to ? { ...move, to: right(move.to) } : move)),
  }
}

function setIn(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (at === null || typeof at !== 'object') return undefined
  if (Array.isArray(at)) {
    if (!Object.hasOwn(at, key)) return undefined
    const inner = setIn(at[Number(key)], rest, value)
    return inner === undefined ? undefined : at.with(Number(key), inner)
  }
  const inner = setIn((at as Record<string, unknown>)[key], rest, value)
  return inner === undefined ? undefined : { ...at, [key]: inner }
}
