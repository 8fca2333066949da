// In: "check" and a pack's folder as typed. Out: its examples that do not hold, printed; the command ends with 1 where any does not.
import { checkPack } from '../../reading/check-pack.ts'
import { countWords } from '../../views/words/value-words.ts'
import type { Exit } from './command.ts'
import { missing } from './open.ts'
import type { Typed } from './options.ts'
import type { World } from './world.ts'

/** Runs the examples of the cards of each folder typed. */
export async function checkTypedPack(typed: Typed, world: World): Promise<Exit> {
  const [verb, ...dirs] = typed.positionals
  if (verb !== 'check' || dirs.length === 0)
    throw missing(typed, verb !== 'check' ? 'word "check"' : 'folder of a pack')
  const checks = dirs.map((dir) => ({ dir, ...checkPack(dir) }))
  if (typed.format === 'json') world.out(`${JSON.stringify(checks, undefined, 2)}\n`)
  else
    for (const { dir, cards, examples, failures } of checks) {
      for (const { card, text, wrong } of failures)
        world.out(card === '' ? `${wrong}\n` : `${card}: ${wrong}\n  ${text}\n`)
      if (failures.length === 0)
        world.out(`${dir} holds: ${countWords(cards, 'card')}, ${countWords(examples, 'example')}.\n`)
    }
  return checks.some(({ failures }) => failures.length > 0) ? 1 : 0
}
