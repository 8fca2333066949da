// In: sentences of our own. Out: what is left out of the measure told before, and where nothing is.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const DUTY = 'Norway imposed a 30 percent duty on Peruvian goods on Monday. '
const BAN = 'Chile banned herring from Kenya on Monday. '

const leftOut = (text: string): string[] =>
  readClaims(text).flatMap(({ kind, body, evidence }) => {
    const { about } = kind === 'act' ? (body as ActBody) : {}
    if (!/^measure\/exempt/.test(evidence.foundBy) || about?.thread !== 'measure') return []
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    return [`${ids(about.by)} > ${ids(about.on)} | ${about.goods.map((one) => one.text).join(' + ')}`]
  })

test.each([
  [`${DUTY}Phones and medicines are exempt from the duty.`, ['NO > PE | Phones + medicines']],
  [`${DUTY}Steel and cars are exempt.`, ['NO > PE | Steel + cars']],
  [`${DUTY}Talks will go on. Medicines are excluded.`, ['NO > PE | Medicines']],
  [`${DUTY}Goods loaded before September 1 are exempted.`, ['NO > PE | Goods loaded before September 1']],
  [`${DUTY}Medicines and phones have been outside the net throughout.`, ['NO > PE | Medicines + phones']],
  [`${DUTY}Goods are exempt.`, []],
  [`${DUTY}Steel is not exempt.`, []],
  [`${DUTY}Is steel exempt?`, []],
  [`${DUTY}Journalists were excluded.`, []],
  [`${DUTY}Kenya is excluded.`, []],
  [`${DUTY}${BAN}The two met. They met. They met again. It rained. Cars are exempt.`, []],
  ['The two met in Lima. Cars are exempt.', []],
])('%s', (text, wanted) => expect(leftOut(text)).toEqual(wanted))
