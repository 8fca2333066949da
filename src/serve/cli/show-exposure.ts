// In: a file of goods, a day, scenarios and paths as typed. Out: the duty bill of each line, printed.
import type { Day } from '../../model/index.ts'
import { type Column, exposureOf } from '../../outlook/exposure/exposure.ts'
import { readGoods } from '../../outlook/exposure/goods-file.ts'
import { readPolicy } from '../../outlook/exposure/policy-file.ts'
import { letLapse } from '../../outlook/scenario/resolve-scenario.ts'
import { regimesOf } from '../../outlook/told/regimes.ts'
import { termsOf } from '../../outlook/told/terms.ts'
import { columnName, exposurePage } from '../../views/exposure.ts'
import type { Exit } from './command.ts'
import { missing, openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import { scenarioOf, takeScenarios } from './read-scenarios.ts'
import type { World } from './world.ts'

/** Columns: the day known; then `--on`, by the terms alone and under each scenario. Rows with a day of entry keep it in those. */
export async function showExposure(typed: Typed, world: World): Promise<Exit> {
  const [goods, ...paths] = typed.positionals
  if (goods === undefined || !/\.csv$/i.test(goods)) throw missing(typed, 'file of goods (.csv)')
  const text = await world.readFile(goods)
  const policy =
    typed.policy === undefined ? [] : readPolicy(await world.readFile(typed.policy), typed.policy)
  const opened = await openTyped(typed, paths, world)
  const { reader } = opened
  const regimes = regimesOf(reader)
  const terms = termsOf(reader, regimes).terms.map(({ due }) => due)
  const scenarios = []
  for (const one of takeScenarios(typed.scenarios).asked)
    scenarios.push(await scenarioOf(one, regimes, terms, world))
  const day = typed.on ?? regimes.known
  const { lines, bad } = readGoods(text, goods, day)
  const lapse = letLapse(regimes).scenario
  const dated = lines.some(({ entryOn }) => entryOn !== day)
  const columns: Column[] = [
    { name: columnName(regimes.known), on: regimes.known, scenario: lapse },
    ...(dated || day !== regimes.known
      ? [{ name: laterName(day, day === regimes.known, dated), scenario: lapse }]
      : []),
    ...scenarios.map(({ scenario }) => ({ name: `then, under “${scenario.id}”`, scenario })),
  ]
  const exposed = exposureOf(regimes, reader.parties(), lines, columns, policy, typed.into)
  await printPage(
    exposurePage(reader, regimes, { path: goods, lines: exposed, bad, columns, scenarios }),
    opened,
    typed,
    world,
  )
  const told = tellNotices(opened, world)
  return bad.length > 0 ? 1 : told
}

/** The head of the column after the day known: rows with a day of entry are reckoned on that day there. */
function laterName(day: Day, isKnown: boolean, dated: boolean): string {
  if (!dated) return columnName(day)
  return isKnown ? 'on its day of entry, where given' : `${columnName(day)}, or on entry`
}
