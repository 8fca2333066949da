// In: nothing. Out: words that take some of what stands behind them.

/** "Most of its duties": words that take some of what stands behind them. */
export const PART_OF: ReadonlySet<string> = new Set([
  'most',
  'many',
  'some',
  'part',
  'half',
  'all',
  'number',
  'series',
  'set',
  'round',
  'package',
  'list',
  'lot',
  'array',
  'range',
  'wave',
  'remainder',
  'rest',
  'bulk',
  'portion',
])
