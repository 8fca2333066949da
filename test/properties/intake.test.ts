// In: made-up bytes, texts and pages. Out: proof that intake loses no character, changes none, and never breaks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '#parley/intake/decode.ts'
import { reportFromHtml } from '#parley/intake/from-html.ts'
import { reportsFromJson } from '#parley/intake/from-json.ts'
import { reportFromMarkdown } from '#parley/intake/from-markdown.ts'
import { reportFromText } from '#parley/intake/from-text.ts'
import type { Intake } from '#parley/intake/make-report.ts'
import { Report } from '#parley/model/index.ts'

const LINES = [
  'Ministers Near Cod Accord',
  'By Ana Moreau',
  '11 March 2024',
  'Subscribe for Updates',
  'Leave a Reply',
  'OSLO, March 11 (Reuters) - The ministers met on Monday, and they agreed on nothing at all.',
  'The ministers met again on Tuesday. “No text,” said one of them, “was ever shown to us.”',
  'Related articles',
  '___',
  'Photo: Jo Lund/AP',
  '',
  '  \t ',
]
const line = fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'binary', maxLength: 60 }))
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n', '\u2028'))
  .map(([lines, end]) => lines.join(end))
const markup = fc
  .array(
    fc.oneof(
      line,
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '<br>',
        '<a href="x">',
        '<!--',
        '<![CDATA[',
        '<script>',
        '</h1>',
        '<table><tr><td>',
        '&',
        '<',
        '"',
      ),
    ),
  )
  .map((all) => all.join(''))

function sound({ reports, notices }: Intake): void {
  for (const report of reports) {
    expect(() => Report.parse(report)).not.toThrow()
    expect(report.parts[0]?.start).toBe(0)
    expect(report.parts.at(-1)?.end).toBe(report.text.length)
    report.parts.forEach((part, i) => {
      expect(part.end).toBeGreaterThan(part.start)
      expect(part.start).toBe(i === 0 ? 0 : report.parts[i - 1]!.end)
      expect(part.n).toBe(i)
    })
    const { earliest = '', latest = '' } = report.published
    expect(earliest <= latest).toBe(true)
  }
  for (const one of notices) expect(one.message).not.toMatch(/undefined|\[object|\n\s+at /)
}

describe('intake', () => {
  it('keeps a plain text as it came, wholly covered by its parts', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const found = await reportFromText({ text: input, path: 'a.txt' })
        sound(found)
        expect(found.reports.length + found.notices.length).toBeGreaterThan(0)
        for (const report of found.reports) expect(report.text).toBe(input.replace(/^\uFEFF/, ''))
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same report for the same text', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const [one, two] = [
          await reportFromText({ text: input, path: 'a' }),
          await reportFromText({ text: input, path: 'b' }),
        ]
        expect(one.reports.map((report) => report.id)).toEqual(two.reports.map((report) => report.id))
      }),
      { numRuns: 50 },
    )
  })

  it('reads any page, Markdown and JSON without breaking', async () => {
    await fc.assert(
      fc.asyncProperty(markup, text, fc.json(), async (page, words, json) => {
        sound(await reportFromHtml({ text: page, path: 'a.html' }))
        sound(await reportFromMarkdown({ text: `---\n${words}\n---\n${page}`, path: 'a.md' }))
        sound(await reportsFromJson({ text: json, path: 'a.json' }))
        sound(
          await reportsFromJson({
            text: JSON.stringify([{ text: words, title: page, date: json }]),
            path: 'a.json',
          }),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('decodes any bytes, or says what they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.string(), { nil: undefined }),
        async (bytes, stated) => {
          const found = await decode(bytes, 'a', stated)
          expect(found.text !== undefined || found.notices.length > 0).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
