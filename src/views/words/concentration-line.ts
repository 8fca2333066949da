// In: a dependency with a share. Out: the bounds that the share sets to the concentration of what the report measures.
import { concentrationOf } from '../../outlook/concentration.ts'
import { bareLine, type Kind, type Line, plain, strong } from '../lines/line.ts'
import { oneLine } from './safe-text.ts'

/** Undefined where no share in percent is told, or none that can be. */
export function concentrationLine({ body, evidence }: Kind<'dependency'>): Line | undefined {
  const { share, what } = body
  if (share?.unit !== '%') return undefined
  const high = share.high === undefined ? {} : { high: share.high / 100 }
  const found = concentrationOf([{ share: share.value / 100, ...high, bound: share.bound }], {
    ofImports: /\bimport(?:s|ed)?\b/i.test(what),
  })
  if (found === undefined) return undefined
  const [lower, upper] = [found.lower.toFixed(2), found.upper.toFixed(2)]
  const test =
    found.importTest === undefined
      ? ''
      : found.importTest === 'undecided'
        ? ' · whether above 0.4, the EU’s test for imports, is open'
        : ` · ${found.importTest} 0.4, the EU’s test for imports`
  return bareLine(
    [
      plain(`concentration of what the report measures (${oneLine(what)}): Herfindahl–Hirschman index `),
      strong(lower === upper ? lower : `${lower}–${upper}`),
      plain(`${found.approximate ? ', from an approximate figure' : ''}${test}`),
    ],
    { evidence: evidence.map(({ id }) => id) },
  )
}
