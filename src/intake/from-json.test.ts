import { describe, expect, it } from 'vitest'
import { reportsFromJson, reportsFromJsonLines } from './from-json.ts'

const TEXT = 'The ministers met in Oslo on Monday and agreed on nothing, the government said after the talks.'
const json = (value: unknown) => reportsFromJson({ text: JSON.stringify(value), path: 'a.json' })
const codes = (notices: readonly { code: string }[]) => notices.map((one) => one.code)

describe('the fields of a JSON report', () => {
  const EXPECTED = {
    title: 'Ministers meet',
    outlet: 'Harbour Times',
    authors: ['Ana Moreau', 'Jo Lund'],
    published: { earliest: '2024-03-11', latest: '2024-03-11', how: 'metadata' },
    text: TEXT,
  }
  it.each<[string, Record<string, unknown>]>([
    [
      'ours',
      {
        id: '1',
        outlet: 'Harbour Times',
        title: 'Ministers meet',
        date: '2024-03-11',
        authors: 'Ana Moreau and Jo Lund',
        text: TEXT,
      },
    ],
    [
      'ninjs',
      {
        uri: 'urn:x',
        source: 'Harbour Times',
        headline: 'Ministers meet',
        versioncreated: '2024-03-11T10:00:00Z',
        byline: 'By Ana Moreau and Jo Lund',
        body_text: TEXT,
      },
    ],
    [
      'ninjs 3',
      {
        uri: 'urn:x',
        standard: { name: 'ninjs', version: '3.1' },
        infoSources: [{ name: 'Harbour Times' }],
        headlines: [{ role: 'main', value: 'Ministers meet' }],
        versionCreated: '2024-03-11T10:00:00Z',
        by: 'By Ana Moreau and Jo Lund',
        bodies: [
          { role: 'summary', contentType: 'text/plain', value: 'Ministers met.' },
          { role: 'main', contentType: 'text/plain', value: TEXT },
        ],
      },
    ],
    [
      'ninjs 2',
      {
        uri: 'http://example.org/x',
        standard: { name: 'ninjs', version: '2.1' },
        versionCreated: '2024-03-11T10:00:00Z',
        infoSources: [{ name: 'Harbour Times', role: 'provider' }],
        headlines: [
          { role: 'short', value: 'Meet' },
          { role: 'main', value: 'Ministers meet' },
        ],
        by: 'Ana Moreau and Jo Lund',
        bodies: [
          { role: 'summary', contentType: 'text/plain', value: 'They met.' },
          { role: 'main', contentType: 'text/plain', value: TEXT },
        ],
      },
    ],
    [
      'schema.org',
      {
        '@type': 'NewsArticle',
        publisher: { name: 'Harbour Times' },
        headline: 'Ministers meet',
        datePublished: '2024-03-11',
        author: [{ name: 'Ana Moreau' }, { name: 'Jo Lund' }],
        articleBody: TEXT,
      },
    ],
    [
      'news APIs',
      {
        source: { id: null, name: 'Harbour Times' },
        title: 'Ministers meet',
        publishedAt: '2024-03-11T10:00:00Z',
        author: 'Ana Moreau; Jo Lund',
        content: TEXT,
      },
    ],
    [
      'HTML inside',
      {
        outlet: 'Harbour Times',
        title: 'Ministers meet',
        date: '2024-03-11',
        authors: ['Ana Moreau', 'Jo Lund'],
        body_html: `<p>${TEXT}</p>`,
      },
    ],
  ])('are found by the names of %s', async (_, fields) => {
    const { reports, notices } = await json(fields)
    expect(notices).toEqual([])
    expect(reports[0]).toMatchObject(EXPECTED)
  })

  it('may hold HTML where text is promised', async () => {
    const { reports } = await json({ text: `Oslo<br>${TEXT}</p><p>${TEXT}</p>` })
    expect(reports[0]!.text).not.toContain('<')
  })

  it('may all be missing but the text', async () => {
    const { reports, notices } = await json({ text: TEXT })
    expect(notices).toEqual([])
    expect(reports[0]).toMatchObject({ authors: [], genre: 'unknown', published: { how: 'none' } })
    expect(reports[0]!.outlet).toBeUndefined()
  })

  it('of the wrong kind are left out and named', async () => {
    const { reports, notices } = await json({ text: TEXT, date: 'yesterday', title: 7, authors: { a: 1 } })
    expect(reports).toHaveLength(1)
    expect(notices.map((one) => one.message.split('.')[0])).toEqual(['a', 'a'])
    expect(notices.map((one) => /"(\w+)" is/.exec(one.message)?.[1]).sort()).toEqual(['date', 'title'])
  })
})

describe('a JSON file', () => {
  it.each<[string, unknown]>([
    ['a list', [{ text: TEXT, id: 'x' }, { text: `${TEXT} Again.` }]],
    [
      'an object that holds a list',
      { status: 'ok', articles: [{ text: TEXT, id: 'x' }, { text: `${TEXT} Again.` }] },
    ],
  ])('may be %s; each report is named by its id or its place', async (_, value) => {
    expect((await json(value)).reports.map((report) => report.path)).toEqual(['a.json#x', 'a.json#2'])
  })

  it.each<[string, string, string]>([
    ['{"text": "a', 'json-broken', 'not valid JSON'],
    ['{"title": "x", "body": ""}', 'json-without-text', 'title, body'],
    ['["a", "b"]', 'json-without-reports', 'a list of strings'],
    ['[{"id": 1}, {"id": 2}]', 'json-without-reports', '2 objects without a text'],
    ['[]', 'json-without-reports', 'an empty list'],
    ['42', 'json-without-reports', 'a number'],
    ['null', 'json-without-reports', 'null'],
    ['  ', 'empty-file', 'nothing to read'],
  ])('%s gives the notice %s', async (text, code, words) => {
    const { reports, notices } = await reportsFromJson({ text, path: 'a.json' })
    expect(reports).toEqual([])
    expect(codes(notices)).toEqual([code])
    expect(notices[0]!.message).toContain(words)
  })

  it('that holds objects a line is read as JSON lines', async () => {
    const text = `${JSON.stringify({ text: TEXT })}\n${JSON.stringify({ text: `${TEXT} Again.` })}\n`
    expect((await reportsFromJson({ text, path: 'a.json' })).reports).toHaveLength(2)
  })
})

describe('JSON lines', () => {
  it('name a broken line by its number and read the others', async () => {
    const text = [
      JSON.stringify({ text: TEXT, id: 'a' }),
      '{bad',
      '',
      '[1]',
      '{"title":"x"}',
      JSON.stringify({ text: `${TEXT} Again.` }),
    ].join('\n')
    const { reports, notices } = await reportsFromJsonLines({ text, path: 'a.jsonl' })
    expect(reports.map((report) => report.path)).toEqual(['a.jsonl#a', 'a.jsonl#6'])
    expect(codes(notices)).toEqual(['json-line-broken', 'json-without-text', 'json-without-text'])
    expect(notices[0]!.message).toContain('a.jsonl, line 2')
    expect(notices[2]!.message).toContain('a.jsonl#5')
  })
})

it('reads the markup of a ninjs 3 body, and tells of one that has no text', async () => {
  const body = (value: string) => [{ role: 'main', contentType: 'text/html', value }]
  const made = await json({ headlines: [{ value: 'Ministers meet' }], bodies: body(`<p>${TEXT}</p>`) })
  expect(made.reports[0]).toMatchObject({ title: 'Ministers meet' })
  expect(made.reports[0]!.text).toContain(TEXT)
  expect(codes((await json({ headlines: [{ value: 'x' }], bodies: [{ role: 'main' }] })).notices)).toContain(
    'json-without-text',
  )
})
