// In: a deal and paths as typed. Out: what the deal takes, crosses and leaves open; without a deal what there is to pick from.
import { dealOf } from '../../outlook/deal/deal.ts'
import { readDeal } from '../../outlook/deal/deal-file.ts'
import { regimesOf } from '../../outlook/told/regimes.ts'
import { termsOf } from '../../outlook/told/terms.ts'
import { dealPage, picksPage } from '../../views/deal.ts'
import type { Exit } from './command.ts'
import { openTyped, tellNotices } from './open.ts'
import type { Typed } from './options.ts'
import { printPage } from './print-page.ts'
import type { World } from './world.ts'

export async function showDeal(typed: Typed, world: World): Promise<Exit> {
  const isDeal = (word: string) => /\.ya?ml$/i.test(word)
  const path = typed.positionals.find(isDeal)
  const file = path === undefined ? undefined : readDeal(await world.readFile(path), path)
  const opened = await openTyped(
    typed,
    typed.positionals.filter((word) => !isDeal(word)),
    world,
  )
  const { reader } = opened
  if (file === undefined || path === undefined) await printPage(picksPage(reader), opened, typed, world)
  else {
    const regimes = regimesOf(reader)
    const terms = termsOf(reader, regimes).terms.map(({ due }) => due)
    await printPage(
      dealPage(reader, regimes, dealOf(reader, regimes, terms, file, path)),
      opened,
      typed,
      world,
    )
  }
  return tellNotices(opened, world)
}
