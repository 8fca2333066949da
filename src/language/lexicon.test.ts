import { describe, expect, it } from 'vitest'
import { makeLexicon, slugOf } from './lexicon.ts'

const words = (name: string, text: string) => ({ path: `${name}.tsv`, name, text })

describe('the lexicon', () => {
  it('gives the first column of every file of a name', () => {
    const lexicon = makeLexicon([
      words('verbs', 'word\tsource\nsay\tx\n'),
      words('verbs', 'word\tsource\ntell\tx\n'),
    ])
    expect([...lexicon.list('verbs')]).toEqual(['say', 'tell'])
    expect(lexicon.list('nouns').size).toBe(0)
  })
  it('gives rows by column', () => {
    const lexicon = makeLexicon([words('verbs', 'word\tkind\nsay\tspeech\ntell\n')])
    expect(lexicon.table('verbs')).toEqual([
      { word: 'say', kind: 'speech' },
      { word: 'tell', kind: '' },
    ])
  })
  it('reads line ends of any system', () => {
    expect([...makeLexicon([words('a', 'word\r\none\r\n')]).list('a')]).toEqual(['one'])
  })
  it('finds terms by their first word, longest first', () => {
    const file = words(
      'names-x',
      'id\ttype\tname\taliases\tof\n\torganisation\tOpen Sea\tOpen Sea Fund\tNO\n',
    )
    expect(
      makeLexicon([file])
        .terms.get('open')
        ?.map((term) => term.words),
    ).toEqual(['Open Sea Fund', 'Open Sea'])
  })
  it('lets the glossary stand before the packs', () => {
    const file = words('names-x', 'id\ttype\tname\n\torganisation\tOpen Sea\n')
    const lexicon = makeLexicon([file], [{ name: 'Open Sea', type: 'event' }])
    expect(lexicon.terms.get('open')).toMatchObject([{ type: 'event', id: 'event:open-sea' }])
  })
})

describe('ids from names', () => {
  it.each([
    ['Open Sea Fund', 'open-sea-fund'],
    ['José Peña', 'jose-pena'],
    ['U.S. Steel', 'u-s-steel'],
    ['«…»', ''],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })
})
