import { describe, expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import type { Doc } from '../doc.ts'
import { readText } from '../read.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`, `${home}/packs/trade`])

const read = (text: string): Doc =>
  readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)

it.each([
  ['None of it calmed the Dockers Union, whose leaders said they would sue.', 'org:dockers-union'],
  ['It was refused by Norway, whose chief negotiator said the fee was too high.', 'NO'],
])('those of whom "whose" tells speak for it: %s', (text, id) =>
  expect(read(text).quotations.flatMap(({ speakers }) => speakers)).toContain(id),
)

it.each([
  ['Harbour fees will rise in May, say officials in Oslo.', 'officials in Oslo'],
  ['Nordore will not sign, said people familiar with the matter.', 'people familiar with the matter'],
])('those behind the verb say it: %s', (text, who) => {
  const { quotations } = read(text)
  expect(quotations.map(({ source }) => text.slice(source[0]!.start, source[0]!.end))).toEqual([who])
})

it.each([
  ['Norway agreed to leave the strait by June 1, Ola Ruud told reporters.', 'to leave the strait by June 1'],
  ['Norway threatened to close the strait, Ola Ruud told lawmakers on Friday.', 'to close the strait'],
  ['Norway said it would wait, told reporters nothing and left.', 'it would wait'],
])('who tells all of it behind stands outside: %s', (text, words) => {
  const { quotations } = read(text)
  const [first] = quotations.map(({ content: [one] }) => text.slice(one!.start, one!.end))
  expect(first).toBe(words)
  expect(quotations.find(({ cueLemma }) => cueLemma === 'tell')?.inside ?? -1).toBe(-1)
})

it.each([
  [
    "Eva Holt called Peru's President Ivan Tolo on Friday. He invited her to visit. Holt's office said she had accepted the invitation.",
    'person:eva-holt',
  ],
  ['Ivan Tolo asked Eva Holt to come. Tolo said she had accepted the invitation.', 'person:eva-holt'],
])('what is told of her goes on nobody’s speech: %s', (text, id) => {
  const { quotations, references } = read(text)
  expect(references.at(-1)?.id).toBe(id)
  expect(quotations.at(-1)?.speakers.every((one) => one !== 'person:ivan-tolo')).toBe(
    quotations.at(-1)?.cueLemma === 'accept',
  )
})

it.each([
  ['Norwegians say cod is dear.', []],
  ['Two thirds of Norwegians said cod was dear.', []],
  ['The Norwegians say cod is dear.', ['NO']],
  ['Norway says cod is dear.', ['NO']],
  ['The Netherlands says cod is dear.', ['NL']],
])('people of a state do not speak for it: %s', (text, who) =>
  expect(read(text).quotations[0]?.speakers).toEqual(who),
)

it('what a call did is not what was called for', () => {
  const text = "Norway's call for control has brought the talks close to collapse."
  const [called] = read(text).quotations.map(({ content: [first] }) => text.slice(first!.start, first!.end))
  expect(called).toBe('control')
})

describe('who speaks beside others that are named', () => {
  const speakersOf = (text: string) =>
    read(text).quotations.findLast(({ cueLemma }) => /^(?:say|tell|claim|complain|call)$/.test(cueLemma))

  it.each([
    [
      'Treasurer Paul Berg said the pact was near. The 40% levy President Lund had threatened to raise was “off the table”, he said.',
      ['person:paul-berg'],
    ],
    [
      "Treasurer Paul Berg said the pact was near. Chile's chief negotiator, Ivan Tolo, was more guarded. The two had reached an “early text”, he told reporters.",
      ['person:ivan-tolo'],
    ],
    [
      'Paul Berg said he would wait. Asked whether President Lund might leave, he said: “I have not been told so.”',
      ['person:paul-berg'],
    ],
    ['An adviser to their leader, General Tomas Lund, claimed the truce had been extended.', []],
    ['A spokeswoman for the minister, Ada Hox, said the truce had been extended.', ['person:ada-hox']],
    [
      'Paul Berg had said both agreed. An aide to General Tomas Lund told the radio that this went too far. “We will read a paper,” he said.',
      ['phrase:aide'],
    ],
    ['The absence of Mr. Lund left Chilean envoys privately complaining that nobody was in charge.', ['CL']],
    [
      'The mill would take 40 tons a year, which at these prices, say analysts at Fjord Capital, would cost 2 million.',
      [],
    ],
  ])('%s', (text, speakers) => expect(speakersOf(text)?.speakers).toEqual(speakers))

  it.each([
    [
      'Chile denied it: the port was open, an envoy said, and Peru would pay.',
      'the port was open … and Peru would pay',
    ],
    [
      'Peru will not sign unless the fee goes, an envoy said, and Chile is thinking of its wool.',
      'Peru will not sign unless the fee goes',
    ],
    ['The clause, which an envoy once called a poison pill, survives in milder form.', 'a poison pill'],
  ])('%s', (text, content) => {
    const told = speakersOf(text)!.content.map(({ start, end }) => text.slice(start, end))
    expect(told.join(' … ')).toBe(content)
  })

  it('“he” stands for who speaks', () => {
    const { references } = read(
      "Treasurer Paul Berg said the pact was near. The levy President Lund had threatened to raise was “off the table”, he said. Chile's chief negotiator, Ivan Tolo, was more guarded. The two had reached an “early text”, he told reporters.",
    )
    expect(references.filter(({ kind }) => kind === 'pronoun').map(({ id }) => id)).toEqual([
      'person:paul-berg',
      'person:ivan-tolo',
    ])
  })
})
