// In: scenarios and paths as typed. Out: where the scenarios differ over time, printed.
import { letLapse } from '../../outlook/scenario/resolve-scenario.ts'
import { regimesOf } from '../../outlook/told/regimes.ts'
import { termsOf } from '../../outlook/told/terms.ts'
import { whatIfPage } from '../../views/what-if.ts'
import type { Exit } from './command.ts'
import { missing, openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import { scenarioOf, takeScenarios } from './read-scenarios.ts'
import type { World } from './world.ts'

/** One scenario is compared with letting everything lapse; of several, each later one with the first. */
export async function showWhatIf(typed: Typed, world: World): Promise<Exit> {
  const { asked, paths } = takeScenarios(typed.positionals)
  const [only, second] = asked
  if (only === undefined) throw missing(typed, 'scenario')
  if (second === undefined && 'ready' in only && only.ready === 'lapse')
    throw missing(typed, 'scenario to compare "lapse" with')
  const opened = await openTyped(typed, paths, world)
  const regimes = regimesOf(opened.reader)
  const terms = termsOf(opened.reader, regimes).terms.map(({ due }) => due)
  const scenarios = []
  for (const one of asked) scenarios.push(await scenarioOf(one, regimes, terms, world))
  const [first, ...others] = scenarios.length === 1 ? [letLapse(regimes), ...scenarios] : scenarios
  for (const other of others)
    await printPage(whatIfPage(opened.reader, regimes, first!, other, typed.until), opened, typed, world)
  return tellNotices(opened, world)
}
