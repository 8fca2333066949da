import { describe, expect, it } from 'vitest'
import { findQuoted } from './marks.ts'

const quoted = (text: string) =>
  findQuoted(text, blocksOf(text)).map(({ start, end }) => text.slice(start, end))

function blocksOf(text: string) {
  let at = 0
  return text.split('\n\n').map((block) => {
    const range = { start: at, end: at + block.length }
    at += block.length + 2
    return range
  })
}

describe('stretches in quotation marks', () => {
  const cases: readonly [name: string, text: string, found: readonly string[]][] = [
    ['straight marks', 'She said "we agree" twice.', ['"we agree"']],
    ['typographic marks', 'She said “we agree,” then left.', ['“we agree,”']],
    ['doubled single marks of agencies', "''We agree,'' she said.", ["''We agree,''"]],
    ['guillemets', 'Elle a dit «oui» hier.', ['«oui»']],
    ['single marks', "'We agree,' the minister said.", ["'We agree,'"]],
    ['single typographic marks', '‘We agree,’ the minister said.', ['‘We agree,’']],
    [
      'marks inside marks',
      '"He told us \'never\' again," she said.',
      ['"He told us \'never\' again,"', "'never'"],
    ],
    ['an apostrophe is no mark', "The ministers' plan isn't Oslo's.", []],
    ['an elided word is no mark', "The '90s taught 'em.", []],
    ['no mark at all', 'She said nothing.', []],
  ]
  it.each(cases)('%s', (_name, text, found) => {
    expect(quoted(text)).toEqual(found)
  })

  it('runs to the end of the paragraph where the mark is never closed', () => {
    const text = 'She said "we agree.\n\nThe talks go on.'
    const [stretch] = findQuoted(text, blocksOf(text))
    expect(stretch).toMatchObject({ start: 9, end: 19, closed: false })
  })

  it('goes on in the next paragraph where that opens with a mark', () => {
    const text = '"We agree.\n\n"We will sign," she said.'
    const found = findQuoted(text, blocksOf(text))
    expect(found.map(({ continues }) => continues)).toEqual([-1, 0])
  })

  it('is linear on a text of marks alone', () => {
    const text = `"'`.repeat(50_000)
    const started = performance.now()
    findQuoted(text, [{ start: 0, end: text.length }])
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
