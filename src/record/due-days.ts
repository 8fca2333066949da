// In: an entry. Out: the days on which something of it falls due, begins or ends, for finding what lies nearest to a day.
import type { Day, Days, Entry } from '../model/index.ts'

/** Every such day, each once; the last where a day is not known exactly. */
export function dueDaysOf(entry: Entry): Day[] {
  const days = daysOf(entry).flatMap((one) => one?.latest ?? one?.earliest ?? [])
  return [...new Set(days)].sort()
}

function daysOf(entry: Entry): readonly (Days | undefined)[] {
  switch (entry.kind) {
    case 'deadline':
      return [entry.body.due]
    case 'measure':
      return entry.body.steps.flatMap(({ from, to }) => [from, to])
    case 'agreement':
      return [entry.valid.to]
    case 'commitment':
      return [entry.body.due]
    case 'round':
      return [entry.body.opens, ...entry.body.inSession, entry.body.ends]
    default:
      return []
  }
}
