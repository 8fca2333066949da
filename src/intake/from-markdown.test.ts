import { describe, expect, it } from 'vitest'
import { reportFromMarkdown } from './from-markdown.ts'

const PROSE =
  'Norway and the Union came close to an accord on **shared cod** stocks on Monday, the [two ministers](https://x.example) said\nafter eleven hours of talks in the capital.'
const only = async (text: string, path = 'a.md') => reportFromMarkdown({ text, path })

describe('a Markdown report', () => {
  it('has what its front matter says, and an official host makes it official', async () => {
    const front =
      "---\ntitle: 'The Cod\n  Accord'\ndate: '2024-03-11'\nsource_url: https://www.fisheries.gov/2024/03/cod\nauthor: Ana Moreau\n---\n"
    const { reports, notices } = await only(front + PROSE)
    expect(notices).toEqual([])
    expect(reports[0]).toMatchObject({
      title: 'The Cod Accord',
      outlet: 'fisheries.gov',
      url: 'https://www.fisheries.gov/2024/03/cod',
      authors: ['Ana Moreau'],
      genre: 'official',
      genreBy: 'host fisheries.gov',
      published: { earliest: '2024-03-11', how: 'metadata' },
    })
  })

  it('reads as a reader of the page would see it', async () => {
    const { reports } = await only(
      `# Cod accord near\n\n${PROSE}\n\n- First <span style="x">item</span> of \\(three\\)\n- ![alt](x.png)Second\n\n> Said in Oslo.`,
    )
    expect(reports[0]!.text).toBe(
      [
        'Cod accord near',
        'Norway and the Union came close to an accord on shared cod stocks on Monday, the two ministers said after eleven hours of talks in the capital.',
        'First item of (three)',
        'Second',
        'Said in Oslo.',
      ].join('\n\n'),
    )
    expect(reports[0]!.parts[0]).toMatchObject({ role: 'headline', start: 0 })
  })

  it('ends a block at a hard line break', async () => {
    expect(
      (await only('KARI HOLM  \nTHE MINISTRY  \nMarch 11, 2024.')).reports[0]!.text.split('\n\n'),
    ).toHaveLength(3)
  })

  it.each([
    ['---\n: : :\n - a: [\n---\n', 'front-matter-broken'],
    ['---\njust words\n---\n', 'front-matter-broken'],
    ['---\ndate: some day\n---\n', 'field-not-understood'],
  ])('is read below front matter that says nothing: %j', async (front, code) => {
    const { reports, notices } = await only(front + PROSE)
    expect(notices.map((one) => one.code)).toEqual([code])
    expect(reports[0]!.text).toContain('shared cod stocks')
  })

  it('does not take a rule for front matter', async () => {
    expect((await only(`${PROSE}\n\n---\n\n${PROSE}`)).reports[0]!.parts).toHaveLength(2)
  })
})
