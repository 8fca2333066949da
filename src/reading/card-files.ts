// In: folders of packs on disk. Out: their rule cards, checked by schema.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { Card } from '../claims/card.ts'
import { problem } from '../problem.ts'

/** The cards of these packs (`DIR/cards/*.yaml`) in order of their ids. Throws `pack-not-understood` where a card breaks the schema. */
export function loadCards(dirs: readonly string[]): Card[] {
  const cards = dirs.flatMap((dir) => {
    const folder = join(dir, 'cards')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .flatMap((file) => readCards(join(folder, file)))
  })
  return cards.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The cards of one YAML file: a list. */
function readCards(file: string): Card[] {
  let cards: unknown
  try {
    cards = parse(readFileSync(file, 'utf8'))
  } catch (thrown) {
    throw problem('pack-not-understood', { path: file, why: (thrown as Error).message.split('\n')[0]! })
  }
  const result = z.array(Card).safeParse(cards ?? [])
  if (result.success) return result.data
  const [issue] = result.error.issues
  const why = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a list of cards'}`
  throw problem('pack-not-understood', { path: file, why })
}
