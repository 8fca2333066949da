// In: sentences of our own. Out: the measures they tell: who imposes, who is hit, which way it goes.
import { expect, test } from 'vitest'
import { findClaims } from '../claims/engine.ts'
import { readText } from '../language/read.ts'
import { loadEngine } from './engine.ts'

const engine = loadEngine()

function measures(text: string): string[] {
  const part = { start: 0, end: text.length, role: 'body' as const, n: 0 }
  const doc = readText(text, [part], 'en', engine.models, engine.claims.lexicon)
  return findClaims(doc, 'r', engine.claims).flatMap((claim) => {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    if (about?.thread !== 'measure') return []
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    return [`${ids(about.by)} > ${ids(about.on)} | ${about.type} ${about.effect} ${about.direction ?? ''}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  ['Peru imposed a 12 percent duty on Norwegian cod.', ['PE > NO | tariff set tightens']],
  ['Peru imposed a duty on Norwegian fish imports.', ['PE > NO | tariff set tightens']],
  ['Peru asked Norway to lift its ban on Peruvian herring.', ['NO > PE | ban end eases']],
  ['Peru lifted its ban on Norwegian herring.', ['PE > NO | ban end eases']],
  [
    'Norway announced a duty on Peruvian steel and a ban on Peruvian herring.',
    ['NO > PE | tariff set tightens', 'NO > PE | ban set tightens'],
  ],
  [
    'Norway announced new investigations into Peruvian trade policy, as well as an inquiry into Peruvian chips.',
    ['NO > PE | probe set tightens', 'NO > PE | probe set tightens'],
  ],
  ['Norway lowered its quota on herring.', ['NO >  | quota lower tightens']],
])('%s', (text, found) => {
  expect(measures(text)).toEqual(found)
})
