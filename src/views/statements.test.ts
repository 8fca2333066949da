// In: statements in every form. Out: that only a speaker's own words stand in quotation marks, and second hands are named.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { EntryOf } from '../model/index.ts'
import { textOf } from './lines/line.ts'
import { statementLine, tellingFirst } from './statements.ts'

const base = harbourRecord().entry('say-pay') as EntryOf<'statement'>
const told = (body: Partial<EntryOf<'statement'>['body']>, according: string[] = []) => ({
  ...base,
  body: { ...base.body, ...body },
  // A sentence that says no more than the statement.
  evidence: base.evidence.map((item) => ({ ...item, according, quote: body.content ?? item.quote })),
})
const words = (entry: EntryOf<'statement'>) => textOf(statementLine(harbourRecord(), entry))

test.each<[EntryOf<'statement'>['body']['form'], string, string]>([
  ['direct', '"We will not pay,"', 'Ada Brandt (Norland): “We will not pay”'],
  ['indirect', 'that Norland will not pay', 'Ada Brandt (Norland): Norland will not pay'],
  ['mixed', 'that the fee is “a second bill”', 'Ada Brandt (Norland): the fee is “a second bill”'],
  ['mixed', 'that, “We pay once.”', 'Ada Brandt (Norland): “We pay once.”'],
])('%s %s', (form, content, line) => {
  expect(words(told({ form, content, on: {} }))).toBe(line)
})

test('a cue that says more than "says" is told, whoever speaks', () => {
  expect(
    words(
      told({
        cue: 'warn',
        form: 'indirect',
        content: 'that docks close',
        speaker: [],
        of: [],
        unnamed: 'officials,',
        on: {},
      }),
    ),
  ).toBe('officials (warn): docks close')
})

test('a sentence that gives a number, a name or a condition beside what was said is told whole', () => {
  const say = (quote: string) => {
    const entry = told({ form: 'indirect', content: 'the quota would rise', on: {} })
    return words({ ...entry, evidence: entry.evidence.map((item) => ({ ...item, quote })) })
  }
  const plain = 'Ada Brandt (Norland): the quota would rise'
  expect(say('The quota would rise, Brandt said.')).toBe(plain)
  for (const whole of [
    'The quota would rise to 900 tonnes, Brandt said.',
    'The quota would rise if the fleet stayed, Brandt said.',
    'Brandt said in Port Anna that the quota would rise.',
  ])
    expect(say(whole)).toBe(`Ada Brandt (Norland): “${whole}”`)
})

test('what reached the report through an outlet says so', () => {
  const entry = told({}, ['person:ada-brandt', 'o-wire'])
  expect(words(entry)).toContain('via Coast Wire')
  expect(statementLine(harbourRecord(), entry).marks).toContain('second-hand')
  expect(statementLine(harbourRecord(), told({}, ['person:ada-brandt'])).marks).not.toContain('second-hand')
})

test.each([
  ['call', 'the offer "a step"', 'Ada Brandt (Norland): “the offer ‘a step’”'],
  ['tell', 'its members to stay out', 'Ada Brandt (Norland): “its members to stay out”'],
  ['say', 'its members plan to stay out', 'Ada Brandt (Norland): its members plan to stay out'],
  ['ask', 'Sundia to wait', 'Ada Brandt (Norland) (ask): Sundia to wait'],
  ['say', 'Sundia will wait', 'Ada Brandt (Norland): Sundia will wait'],
])(
  'what is not told in a clause of its own is told by its sentence, or keeps its cue: %s',
  (cue, content, line) => {
    expect(words(told({ cue, content, form: 'mixed', on: {} }))).toBe(line)
  },
)

test('a comma at the end of what is quoted is left out', () => {
  expect(words(told({ form: 'direct', content: '“We ran out of time,”' }))).toContain('“We ran out of time”')
})

test('what names an issue comes first, scraps last', () => {
  const say = (content: string) => told({ content })
  const reader = { ...harbourRecord(), issueIn: () => undefined }
  const given = [
    say('It will happen'),
    say('the crews are tired of waiting'),
    say('the port ban must go by May'),
  ]
  expect(tellingFirst(reader, given, ['port ban']).map(({ body }) => body.content)).toEqual(
    [2, 1, 0].map((at) => given[at]!.body.content),
  )
})

test('who is called by no name, of what only the words before tell, is told with the sentence before', () => {
  const text = 'The board met on Friday. The union says that the last figure was 18.'
  const quote = 'The union says that the last figure was 18.'
  const entry = told({ form: 'indirect', content: 'the last figure was 18', cue: 'say', of: [], on: {} })
  const evidence = entry.evidence.map((item) => ({
    ...item,
    quote,
    spans: [{ start: text.indexOf(quote), end: text.length }],
  }))
  const reader = { ...harbourRecord(), text: () => text }
  const line = (name: string) =>
    textOf(
      statementLine(reader, { ...entry, body: { ...entry.body, speaker: [{ id: 'x', name }] }, evidence }),
    )
  expect(line('The union')).toBe('The union: the last figure was 18 · before it: “The board met on Friday.”')
  expect(line('Dockers Union')).toBe('Dockers Union: the last figure was 18')
})
