// In: arguments as typed. Out: the scenarios they name, resolved against a record, and the paths of reports.

import type { Due } from '../../outlook/regime/index.ts'
import { letLapse, type ResolvedScenario, resolveScenario } from '../../outlook/scenario/resolve-scenario.ts'
import { readScenario, ScenarioFile } from '../../outlook/scenario/scenario-file.ts'
import type { Regimes } from '../../outlook/told/regimes.ts'
import { problem } from '../../problem.ts'
import type { World } from './world.ts'

/** A scenario as typed: a file of one, or ready-made. */
export type Asked =
  | { readonly path: string }
  | { readonly ready: 'lapse' | 'announced' }
  | { readonly extend: number }

/** Takes scenarios from the front of what was typed: `lapse`, `announced`, `extend N days`, files that end in .yaml or .yml. */
export function takeScenarios(typed: readonly string[]): {
  readonly asked: Asked[]
  readonly paths: string[]
} {
  const asked: Asked[] = []
  const paths: string[] = []
  for (let at = 0; at < typed.length; at++) {
    const words = typed[at] ?? ''
    const [, count] = /^extend (\d{1,5}) days?$/.exec([words, ...typed.slice(at + 1, at + 3)].join(' ')) ?? []
    const [, quoted] = /^extend (\d{1,5}) days?$/.exec(words) ?? []
    if (quoted !== undefined) asked.push({ extend: Number(quoted) })
    else if (count !== undefined) {
      asked.push({ extend: Number(count) })
      at += 2
    } else if (words === 'lapse' || words === 'announced') asked.push({ ready: words })
    else if (/\.ya?ml$/i.test(words)) asked.push({ path: words })
    else paths.push(words)
  }
  return { asked, paths }
}

/** A scenario of this record. Throws `file-not-read` and `scenario-not-understood`. */
export async function scenarioOf(
  one: Asked,
  regimes: Regimes,
  terms: readonly Due[],
  world: World,
): Promise<ResolvedScenario> {
  if ('ready' in one && one.ready === 'lapse') return letLapse(regimes)
  if ('ready' in one)
    return resolveScenario(
      ScenarioFile.parse({ name: 'as announced', by: 'parley', announced: true }),
      regimes,
      terms,
      'announced',
    )
  if ('extend' in one) {
    const name = `extend ${one.extend} days`
    if (one.extend < 1 || one.extend > 36_500)
      throw problem('scenario-not-understood', { path: name, wrong: 'no such length' })
    return resolveScenario(
      ScenarioFile.parse({ name, by: 'parley', extend: [{ days: one.extend }] }),
      regimes,
      terms,
      name,
    )
  }
  return resolveScenario(readScenario(await world.readFile(one.path), one.path), regimes, terms, one.path)
}
