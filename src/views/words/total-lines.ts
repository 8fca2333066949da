// In: totals that reports tell, the layers read of the same sides. Out: lines of what the arithmetic says of them, and no more.

import { addDays } from '../../model/index.ts'
import {
  accountFor,
  type NamedRate,
  regimeOf,
  type Scenario,
  type Total,
} from '../../outlook/regime/index.ts'
import { dutySums, layersOfPair, type Pair } from '../../outlook/scenario/duty-sums.ts'
import type { Regimes } from '../../outlook/told/regimes.ts'
import { BOUND_WORDS } from '../../record/disputes/show-value.ts'
import type { RecordReader } from '../../record/reader.ts'
import { partLine } from '../lines/entry-line.ts'
import { type Line, plain, strong } from '../lines/line.ts'
import { arrowOf } from './party-words.ts'
import { numberWords } from './value-words.ts'

/** "about 40 %". */
export const totalRate = ({ bound, bps }: Pick<Total, 'bound' | 'bps'>): string =>
  `${BOUND_WORDS[bound]}${rate(bps)}`

const rate = (bps: number) => `${numberWords(bps / 100)} %`

/** Each total told of the sides against the sum of the layers then read: equal, or what no report read gives. Never added. */
export function totalLines(reader: RecordReader, regimes: Regimes, pair: Pair, scenario: Scenario): Line[] {
  const layers = layersOfPair(regimes.layers, pair)
  const regime = regimeOf(regimes.steps, { known: regimes.known, scenario })
  return regimes.totals
    .filter(({ by, on }) => by === pair.by.id && on === pair.on.id)
    .flatMap((total) => {
      const entry = reader.entry(
        total.basis && 'entries' in total.basis ? (total.basis.entries[0] ?? '') : '',
      )
      if (entry === undefined) return []
      const day = total.asOf.latest
      const parts = dutySums(regime, layers, day, addDays(day, 1))[0]?.parts ?? []
      const rates = parts.map(({ layer, bps }): NamedRate => ({ layer, bps, basis: total.basis }))
      const named = (ids: readonly string[]) =>
        rates
          .filter(({ layer }) => ids.includes(layer))
          .map(({ layer, bps }) => `${rate(bps)} ${layers.find(({ id }) => id === layer)?.name ?? layer}`)
          .join(' + ')
      const words = total.status === 'planned' ? 'told as planned' : 'told as standing'
      const head = [plain(`${arrowOf([pair.by], [pair.on])}: `), strong(totalRate(total)), plain(` ${words}`)]
      const account = accountFor(total, rates)
      // What is planned is of another time than the layers of today.
      const said =
        total.status === 'planned' || account.kind === 'own layer'
          ? ''
          : account.kind === 'sum'
            ? ` = ${named(account.layers)}`
            : `; the layers read come to ${rate(account.sumBps)} (${named(account.layers)}): ${numberWords(total.bps / 100)} − ${numberWords(account.sumBps / 100)} = ${numberWords(account.differenceBps / 100)}, in no report read`
      return [partLine(reader, entry, total.evidence, [...head, plain(said)])]
    })
}
