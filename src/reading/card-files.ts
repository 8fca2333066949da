// In: folders of packs on disk. Out: their rule cards, checked by schema.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { Card } from '../claims/card.ts'

/** The cards of these packs (`DIR/cards/*.yaml`) in order of their ids. Throws where a card breaks the schema, naming file and place. */
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
export function readCards(file: string): Card[] {
  const result = z.array(Card).safeParse(parse(readFileSync(file, 'utf8')) ?? [])
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a list of cards'}`)
}
