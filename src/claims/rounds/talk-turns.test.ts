// In: sentences of our own. Out: what is told to become of a whole negotiation, by whom, between whom, when; and what tells nothing of it.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

const turns = (text: string) =>
  readClaims(text).flatMap(({ kind, body, days, evidence }) => {
    const about = kind === 'act' || kind === 'state' ? body.about : undefined
    if (about?.thread !== 'round' || about.form !== 'negotiation') return []
    const by = (about.by ?? []).map(({ name }) => name).join('+')
    const sides = about.delegations.map(({ party }) => party?.name).sort()
    const told = days.map(({ start, end }) => text.slice(start, end))
    const mood = evidence.modality === 'held' ? [] : [evidence.modality]
    return [[about.phase, by, sides.join('+'), ...told, ...mood].join(' | ')]
  })

test.each<[string, string[]]>([
  [
    'Norway broke off negotiations with Iceland on Monday.',
    ['broken off | Norway | Iceland+Norway | Monday'],
  ],
  ['Peru has cut off all discussions on cod with Chile.', ['broken off | Peru | Chile+Peru']],
  [
    'Trade talks with Peru were terminated by Norway on 3 May.',
    ['broken off | Norway | Norway+Peru | 3 May'],
  ],
  ['Chile suspended its participation in the peace talks with Peru.', ['suspended | Chile | Chile+Peru']],
  ['Chile walked out of the talks in Lima on Monday.', ['left | Chile | Chile | Monday']],
  ['Norway has pulled out of talks with Iceland.', ['left | Norway | Iceland+Norway']],
  ['Norway walked away from the negotiating table on 3 May.', ['left | Norway | Norway | 3 May']],
  ['Talks between Peru and Chile have broken down.', ['collapsed |  | Chile+Peru']],
  ['Negotiations between Peru and Chile have ground to a halt.', ['suspended |  | Chile+Peru']],
  ['Talks between Peru and Chile reached an impasse in March.', ['stalled |  | Chile+Peru | March']],
  ['The talks between Peru and Chile are on hold.', ['suspended |  | Chile+Peru']],
  ['Peru put the talks with Chile on hold on Friday.', ['suspended | Peru | Chile+Peru | Friday']],
  ['Peru declared the negotiations with Chile dead.', ['collapsed | Peru | Chile+Peru']],
  [
    'The collapse of the talks between Peru and Chile in May left both without a plan.',
    ['collapsed |  | Chile+Peru | May'],
  ],
  ['After the breakdown of negotiations with Chile, Peru shut its ports.', ['collapsed |  | Chile+Peru']],
  [
    'Peru wrote on Thursday that talks with Chile were "hereby terminated".',
    ['broken off | Peru | Chile+Peru | Thursday'],
  ],
  [
    'Norway and Iceland relaunched trade negotiations in June.',
    ['resumed | Norway+Iceland | Iceland+Norway | June'],
  ],
  [
    'Norway and Iceland agreed to restart negotiations.',
    ['resumed | Norway+Iceland | Iceland+Norway | planned'],
  ],
  ['Norway returned to the negotiating table on 3 May.', ['rejoined | Norway | Norway | 3 May']],
  [
    'Talks broke down on Sunday. They resumed on Friday.',
    ['collapsed |  |  | Sunday', 'resumed |  |  | Friday'],
  ],
  ['The talks, which broke down in May, have resumed.', ['collapsed |  |  | May', 'resumed |  | ']],
])('%s', (text, told) => expect(turns(text).sort()).toEqual(told))

test.each([
  'Talks between Peru and Chile have not broken down.',
  'Norway threatened to break off the talks.',
  'Talks could collapse if no deal is reached by Friday.',
  'Mediators urged both sides to return to the negotiating table.',
  'Norway hopes to resume negotiations with Iceland.',
  'Norway moved to cut its duty in a bid to revive the talks.',
  'She vowed to veto a bill that would derail the talks.',
  'Neither side has walked away from the table.',
  'Norway and Iceland ended two days of talks in Oslo on Monday.',
  'The never-ending talks cost the port two million euros.',
  'The state ended collective bargaining for teachers.',
  'Peru urged Chile to drop the fee and return to the talks.',
  'Talks between Norway and Iceland ended in Oslo on Friday without a deal.',
])('nothing of the whole: %s', (text) => expect(turns(text)).toEqual([]))

test('what is broken off is told as no meeting', () => {
  const meetings = (text: string) =>
    readClaims(text).flatMap(({ kind, body }) => {
      const about = kind === 'act' || kind === 'state' ? body.about : undefined
      return about?.thread === 'round' && about.form !== 'negotiation' ? [about.phase] : []
    })
  expect(meetings('Chile walked out of the talks in Lima on Monday.')).toEqual([])
  expect(meetings('Talks between Peru and Chile stalled in March over visas.')).toEqual([])
  expect(meetings("Peru's talks with Chile were frozen last year.")).toEqual([])
  expect(meetings('Talks between Peru and Chile resumed in Oslo on Monday.')).toEqual(['opens'])
})
