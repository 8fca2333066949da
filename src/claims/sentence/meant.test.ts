// In: sentences in a row. Out: whom words of them mean that only the words before name.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { meantIn } from './meant.ts'

const engine = loadEngine()
const meant = (text: string): string[] => {
  const doc = readSentence(text, engine)
  const scene = { doc, lexicon: engine.claims.lexicon }
  return doc.sents.flatMap((_, at) =>
    meantIn(scene, at).map(({ start, end, name }) => `${doc.text.slice(start, end)}: ${name}`),
  )
}

test.each([
  ['Kari Lund, the minister, met envoys in Bergen. She ruled out a refund before June.', 'She: Kari Lund'],
  ['Jon Berg runs the port. His office denied the report.', "His: Jon Berg's"],
  ['The Herring Workers Union met in Oslo. The union will appeal.', 'The union: Herring Workers Union'],
  ['President Kari Lund met envoys in Bergen. The president will wait.', 'The president: Kari Lund'],
  [
    'Minister Bo Aas left in March. Minister Kari Lund met envoys in Bergen. The minister will wait.',
    'The minister: Kari Lund',
  ],
])('%s', (text, words) => expect(meant(text)).toEqual([words]))

test.each([
  'Kari Lund met envoys in Bergen. Lund said she would wait.',
  'Kari Lund met envoys in Bergen. "She never asked us," said a skipper.',
  "Kari Lund met envoys in Bergen. Norway's president said that her government would wait.",
  'Kari Lund, the Norwegian minister, met envoys. The administration will pay.',
  'Kari Lund met envoys in Bergen. In her letter, Anna Berg asked for more time.',
  'Kari Lund, the Norwegian minister, met envoys. The minister wrote to Jon Berg.',
  'President Bo Aas left in March. President Kari Lund met envoys in Bergen. The boats were late. The president will wait.',
  'Nord Airways cut fares in May. The boats were late. The catch was poor. Nets were torn. Snow fell. Ice came. Ferries stopped. The quays were empty. The company will appeal.',
  'The Harbour Council met in Oslo. The Lofoten council will appeal.',
  'Norway set a quota for herring. It runs for 90 days.',
  'Nord Airways cut fares in May. Its restoration would cost more.',
  'Nord Airways met the Herring Workers Union in May. The company will appeal.',
])('nobody: %s', (text) => expect(meant(text)).toEqual([]))
