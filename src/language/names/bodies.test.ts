// In: sentences of our own. Out: that bodies are found whole, by what they are for or what stands before them.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()
const bodies = (text: string) =>
  readSentence(text, engine)
    .names.filter(({ type }) => type === 'organisation')
    .map(({ start, end }) => text.slice(start, end))

test.each([
  [
    'The International Council for the Exploration of the Sea advised a lower catch.',
    ['International Council for the Exploration of the Sea'],
  ],
  ['The Mekong River Commission warned of low water.', ['Mekong River Commission']],
  ['On Friday the New Zealand Pilots Organisation said it would vote.', ['New Zealand Pilots Organisation']],
  [
    'The North-East Atlantic Fisheries Commission set the limit.',
    ['North-East Atlantic Fisheries Commission'],
  ],
  ['Nordic Haul, a freight firm, said it would close its yard.', ['Nordic Haul']],
  ['The Federal Tram Union met. The FTU objects.', ['Federal Tram Union', 'FTU']],
  ['Prices fell, the Danish Farm and Food Council said.', ['Danish Farm and Food Council']],
  ['Writers met the Stage and Screen Alliance.', ['Stage and Screen Alliance']],
  ['The Federal Truck and Tram Union met.', ['Federal Truck and Tram Union']],
  ['The Kremlin and Harbour Council met.', ['Harbour Council']],
  [
    'Members of the Retail, Wholesale and Store Union voted no. The RWSU will appeal.',
    ['Retail, Wholesale and Store Union', 'RWSU'],
  ],
  ['Envoys of the Kremlin, Norway and the Herring Union met.', ['Herring Union']],
  ["The Tanker Drivers' Union accepted the offer.", ["Tanker Drivers' Union"]],
  ["The Scottish Pelagic Fishermen's Association agreed.", ["Scottish Pelagic Fishermen's Association"]],
  ['The Norwegian Union of Seamen and Equinor signed.', ['Norwegian Union of Seamen', 'Equinor']],
  ['The Association of Herring Buyers and Peru signed.', ['Association of Herring Buyers']],
  ['Peru met Norway Exim on Monday.', ['Norway Exim']],
  ['The council for the north met on Monday.', []],
  // A name that ends on capitals is no person's.
  [
    "In the talks, Fergus NZ raised its offer to 2.5 percent, people said. Fergus NZ's offer would lapse.",
    ['Fergus NZ', 'Fergus NZ'],
  ],
])('%s', (text, wanted) => expect(bodies(text)).toEqual(wanted))

describe('a lone capital', () => {
  const typeOf = (text: string, word: string) =>
    readSentence(text, engine).names.find(({ start, end }) => text.slice(start, end) === word)?.type
  test.each([
    ['Millmet, the association of the paper mills, asked Oslo for a lower levy.', 'Millmet'],
    ['Norqua, a Danish carrier, raised its freight rates.', 'Norqua'],
    ['Fjordal said that it would keep its surcharge until March.', 'Fjordal'],
    ['Swill-Met, a farm lobby, said it would bring its members.', 'Swill-Met'],
    ['Torvind has refused to name its price.', 'Torvind'],
    ['Torvind Airlines met its crews. Torvind chief Bo Lind left; Torvind pays.', 'Torvind'],
    ['The shipping firm Norqua raised its rates.', 'Norqua'],
    ['The Oslo-based Nordhavbank rejects this.', 'Nordhavbank'],
  ])('%s', (text, word) => expect(typeOf(text, word)).toBe('organisation'))
  test('is nobody else where it stands in a list or somebody bears it', () => {
    expect(typeOf('Ada Brandal, the union and the mills met on Monday.', 'Ada Brandal')).toBe('person')
    expect(typeOf('Ada Brandal spoke. Brandal said it would be hard to keep its promises.', 'Brandal')).toBe(
      'person',
    )
  })
})

describe('an abbreviation', () => {
  const idOf = (text: string, word: string) =>
    readSentence(text, engine).names.find(({ start, end }) => text.slice(start, end) === word)?.id
  const alliance = 'org:western-quays-alliance'
  test.each([
    ['The Western Quays Alliance, known as QWAX, refused. QWAX made no offer.', 'QWAX', alliance],
    ['The Western Quays Alliance, also known as QWAX, refused.', 'QWAX', alliance],
    ['The Western Quays Alliance, or WQA, refused.', 'WQA', alliance],
    ['The Western Quays Alliance (WQA) refused.', 'WQA', alliance],
  ])('%s', (text, word, id) => expect(idOf(text, word)).toBe(id))
  test('is none of another body beside it', () => {
    expect(idOf('The Western Quays Alliance, or NKTF, refused.', 'NKTF')).not.toBe(alliance)
    expect(idOf('The Western Quays Alliance (Oslo) refused.', 'Oslo')).not.toBe(alliance)
  })
})
