// In: the cards of every pack. Out: each card's own examples hold: it fires on `yes` with the roles expected, not on `no`.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCards } from './card-files.ts'
import { checkCards } from './check-pack.ts'
import { home, loadEngine } from './engine.ts'

const dirs = readdirSync(join(home, 'packs'))
  .sort()
  .map((name) => join(home, 'packs', name))
const cards = loadCards(dirs)
const engine = loadEngine({ packs: dirs.filter((dir) => !/\/(core|trade)$/.test(dir)) })

describe('the examples of every card hold', () => {
  test.each(cards.map((card) => [card.id, card] as const))('%s', (_id, card) => {
    expect(checkCards([card], engine).failures).toEqual([])
  })
})

test('no two cards have one id', () => {
  expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length)
})

test('a card that should fire and does not, should not and does, or holds something else is told', () => {
  const [card] = cards.filter(({ id }) => id === 'core/retaliate')
  const broken = {
    ...card!,
    yes: [{ text: 'Peru waited.' }, { text: 'Peru retaliated with a port ban.', expect: { user: 'NO' } }],
    no: [{ text: 'Peru retaliated with a port ban.' }],
  }
  expect(checkCards([broken], engine).failures.map(({ wrong }) => wrong)).toEqual([
    'does not fire: no trigger',
    'user holds PE, not NO',
    'fires and should not',
  ])
})
