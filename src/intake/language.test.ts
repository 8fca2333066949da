import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

it.each([
  ['Treasury officials met in Oslo last week and announced a framework.', 'en'],
  ['Ministers near accord on cod; fleets protest in three ports of the north', 'en'],
  [
    'Los ministros se reunieron en Oslo el lunes y acordaron continuar las negociaciones sobre la pesca.',
    'es',
  ],
  ['Die Minister trafen sich am Montag in Oslo und einigten sich auf nichts, sagte die Regierung.', 'de'],
  ['中美双方在马德里举行会谈，就经贸问题进行了磋商。双方同意继续谈判。', 'zh'],
  ['Переговоры в Осло завершились в понедельник без соглашения, сообщило правительство.', 'ru'],
  ['12 34 56', 'und'],
  ['', 'und'],
])('%s is %s', async (text, language) => {
  expect(await languageOf(text)).toBe(language)
})
