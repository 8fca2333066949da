// In: sentences of our own. Out: the rate after a step that is told by how far it goes, and the rates that goods and firms bear.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const rates = (text: string): string[] =>
  readClaims(text)
    .flatMap(({ body }) => {
      const { about } = body as ActBody
      if (about?.thread !== 'measure') return []
      const { effect, goods, on, rate } = about
      return [`${effect} ${goods[0]?.head ?? on[0]?.id ?? 'it'} ${rate?.value}`]
    })
    .sort()

test.each<[text: string, told: readonly string[]]>([
  ['Norway put a duty of 10% on Peruvian cod in May and doubled it in June.', ['raise cod 20', 'set cod 10']],
  [
    'Norway put a duty of 12% on Peruvian cod in May. The rate was halved in June.',
    ['lower cod 6', 'set cod 12'],
  ],
  ['Norway tripled its duty of 5% on Peruvian cod.', ['raise cod 15']],
  [
    'Norway set a quota of 260 tonnes for herring in May. It was raised by 30 tonnes in June.',
    ['raise herring 290', 'set herring 260'],
  ],
  ['The levy was introduced at 10% in May and doubled in June.', ['raise it 20', 'set it 10']],
  ['Norway halved its duty of 20 percent on Peruvian cod.', ['lower cod 10']],
  ['The Norwegian cap of 500 Peruvian visas was lifted to 800 in June.', ['raise visa 800']],
  // How far from where it stood is not told, or not in the same unit.
  ['Norway doubled its duty on Peruvian cod.', ['raise cod undefined']],
  [
    'Norway set a quota of 260 tonnes for herring in May. It was raised by 30% in June.',
    ['raise herring undefined', 'set herring 260'],
  ],
  // What goods and firms pay of a duty told before.
  ['Peruvian copper now pays 15 percent.', ['stand copper 15']],
  [
    'Norway charges duties on metals. Copper pays 25 percent, tin 10 and zinc 5.',
    ['set metal undefined', 'stand Copper 25', 'stand tin 10', 'stand zinc 5'],
  ],
  ['Norway charges Peruvian copper 25 percent.', ['set copper 25']],
  ['Peruvian copper has been exempt from the Norwegian duty since May.', ['exempt copper undefined']],
])('%s', (text, told) => {
  expect(rates(text)).toEqual(told)
})
