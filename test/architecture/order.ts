// In: nothing. Out: the order of the folders of src/, and which arrows are not allowed although they point backwards.

/** A folder imports only from folders before it, from itself, and from `problem.ts` (docs/house.md). */
export const ORDER = [
  'model',
  'intake',
  'language',
  'claims',
  'reading',
  'record',
  'outlook',
  'views',
  'store',
  'dossier',
  'serve',
] as const

/** What only sees the record must not reach behind it. */
const NOT_ALLOWED: Readonly<Record<string, readonly string[]>> = {
  record: ['language', 'claims', 'reading', 'intake'],
  outlook: ['language', 'claims', 'reading', 'intake'],
  views: ['language', 'claims', 'reading', 'intake'],
}

/** The folder of a file below src/; "" for a file that stands in src/ itself. */
export const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '')

/** Why this arrow is not allowed, or undefined where it is. */
export function trespass(from: string, to: string): string | undefined {
  if (to === 'problem.ts') return undefined
  if (from === 'problem.ts') return 'problem.ts imports nothing'
  const [here, there] = [folderOf(from), folderOf(to)]
  if (here === '') return undefined
  if (there === '') return 'a folder does not import what stands above it'
  const [a, b] = [
    ORDER.indexOf(here as (typeof ORDER)[number]),
    ORDER.indexOf(there as (typeof ORDER)[number]),
  ]
  if (a < 0) return `${here} is not in the order of folders`
  if (b < 0) return `${there} is not in the order of folders`
  if (b > a) return `${here} comes before ${there}`
  return NOT_ALLOWED[here]?.includes(there) ? `${here} does not see ${there}` : undefined
}
