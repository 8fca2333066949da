import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string, mark: boolean) =>
  Uint8Array.from([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ])
const TEXT = 'The café talks in Málaga ended on Friday.'
const codes = (found: { notices: { code: string }[] }) => found.notices.map((one) => one.code)

describe('bytes become text', () => {
  it.each([
    ['UTF-8', utf8(TEXT), undefined, 'utf-8', []],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(TEXT)]), undefined, 'utf-8', []],
    ['UTF-16 with its mark', utf16(TEXT, true), undefined, 'utf-16le', []],
    ['UTF-16 without', utf16(TEXT, false), undefined, 'utf-16le', []],
    ['the encoding stated', latin(TEXT), 'ISO-8859-1', 'iso-8859-1', []],
    ['the encoding found', latin(TEXT), undefined, undefined, ['encoding-found']],
    ['the encoding found where a wrong one is stated', latin(TEXT), 'utf-8', undefined, ['encoding-found']],
    [
      'the encoding found where an unknown one is stated',
      latin(TEXT),
      'x-nonsense',
      undefined,
      ['encoding-found'],
    ],
  ])('from %s', async (_, input, stated, encoding, notices) => {
    const found = await decode(input, 'a.txt', stated)
    expect(found.text).toBe(TEXT)
    if (encoding !== undefined) expect(found.encoding).toBe(encoding)
    expect(codes(found)).toEqual(notices)
  })

  it('with a sign for every broken place, counted', async () => {
    const found = await decode(
      Uint8Array.from([...utf8('“No,” they said'), 0xff, 0x20, 0xfe, ...utf8(' — so be it.')]),
      'a.txt',
    )
    expect(codes(found)).toEqual(['broken-utf8'])
    expect(found.notices[0]!.message).toContain('2 places')
    expect(found.text).toContain('they said\uFFFD')
  })

  it.each([
    ['a PDF', utf8('%PDF-1.7 xyz'), 'a PDF file'],
    ['a ZIP', bytes(0x50, 0x4b, 3, 4, 0, 0), 'ZIP'],
    ['any bytes', Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256), 'binary data'],
    ['zeros', new Uint8Array(500), 'binary data'],
  ])('not from %s', async (_, input, words) => {
    const found = await decode(input, 'a.txt')
    expect(found.text).toBeUndefined()
    expect(codes(found)).toEqual(['binary-file'])
    expect(found.notices[0]!.message).toContain(words)
  })

  it('not from nothing', async () => {
    expect(codes(await decode(new Uint8Array(), 'a.txt'))).toEqual(['empty-file'])
  })
})
