// In: small files of our own in each set's format. Out: the gold readers find sentences, names, times and quotations where they stand.
import { describe, expect, test } from 'vitest'
import { parseCat, rangeOf } from './cat.ts'
import { parseConllu } from './conllu.ts'
import { mentionsOf } from './gum-names.ts'
import { nameInMention } from './meantime.ts'
import { parseBrat } from './polnear.ts'
import { parseTimeMl, parseWikiWars } from './time-documents.ts'

const conllu = (...rows: string[]) => rows.map((row) => row.replaceAll(' ', '\t')).join('\n')

describe('CoNLL-U', () => {
  const [document] = parseConllu(
    [
      '# newdoc id = own',
      '# newpar',
      "# text = Peru doesn't sign.",
      conllu(
        '1 Peru Peru PROPN NNP _ 4 nsubj _ Entity=(1-place-new-x-cf1-1-sgl)',
        "2-3 doesn't _ _ _ _ _ _ _ _",
        '2 does do AUX VBZ _ 4 aux _ _',
        "3 n't not PART RB _ 4 advmod _ _",
        '4 sign sign VERB VB _ 0 root _ SpaceAfter=No',
        '5 . . PUNCT . _ 4 punct _ _',
      ),
      '',
      '# newpar',
      '# text = Why?',
      conllu('1 Why why ADV WRB _ 0 root _ SpaceAfter=No', '2 ? ? PUNCT . _ 1 punct _ _'),
      '',
    ].join('\n'),
  )
  test('the text is put together, paragraphs apart', () => {
    expect(document?.text).toBe("Peru doesn't sign.\n\nWhy?")
    expect(document?.sentences.map(({ start, end }) => [start, end])).toEqual([
      [0, 18],
      [20, 24],
    ])
  })
  test('words stand where they are; parts of a word share its place; heads count from 0', () => {
    const words = document!.sentences[0]!.words
    expect(words.map(({ form, start, end }) => [form, start, end])).toEqual([
      ['Peru', 0, 4],
      ['does', 5, 12],
      ["n't", 5, 12],
      ['sign', 13, 17],
      ['.', 17, 18],
    ])
    expect(words.map(({ head }) => head)).toEqual([3, 3, 3, -1, 3])
  })
  test("GUM's marks open and close", () => {
    expect(mentionsOf(document!.sentences[0]!.words)).toEqual([
      { fields: ['1', 'place', 'new', 'x', 'cf1', '1', 'sgl'], first: 0, last: 0 },
    ])
  })
})

describe('times', () => {
  test('TimeML: marks in TEXT, the day of writing, entities', () => {
    const { text, times, written } = parseTimeMl(
      'own',
      '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2001-02-03">x</TIMEX3></DCT><TEXT>R&amp;D talks <EVENT>began</EVENT> <TIMEX3 tid="t1" type="DATE" value="2001-02-02">yesterday</TIMEX3>.</TEXT></TimeML>',
    )
    expect(text).toBe('R&D talks began yesterday.')
    expect(written).toBe('2001-02-03')
    expect(times.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([
      ['yesterday', '2001-02-02'],
    ])
  })
  test('TIMEX2: one mark inside another', () => {
    const { text, times } = parseWikiWars(
      'own',
      '<DOC><DATETIME><TIMEX2 val="2009-12-19">d</TIMEX2></DATETIME><TEXT><TIMEX2 val="1950-06-27">two days after <TIMEX2 val="1950-06-25">June 25, 1950</TIMEX2></TIMEX2> it ended</TEXT></DOC>',
    )
    expect(times.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([
      ['two days after June 25, 1950', '1950-06-27'],
      ['June 25, 1950', '1950-06-25'],
    ])
  })
})

describe('brat', () => {
  test('pieces and roles, offsets in code points', () => {
    const text = '🙂 “Yes,” she said, “now.”'
    const standoff =
      'T1\tContent 2 8;19 25\t…\nT2\tSource 9 12\tshe\nT3\tCue 13 17\tsaid\nE1\tCue:T3 Content:T1 Source:T2\n'
    const [one] = parseBrat(text, standoff)
    const words = (ranges: readonly { start: number; end: number }[]) =>
      ranges.map((r) => text.slice(r.start, r.end))
    expect(words(one!.content)).toEqual(['“Yes,”', '“now.”'])
    expect(words(one!.source)).toEqual(['she'])
    expect(words(one!.cue)).toEqual(['said'])
  })
})

describe('CAT', () => {
  const source = `<Document>
<token t_id="1" sentence="0" number="0">Low-fare</token><token t_id="2" sentence="0" number="1">Peru</token>
<token t_id="3" sentence="0" number="2">-</token><token t_id="4" sentence="0" number="3">Chile</token>
<token t_id="5" sentence="0" number="4">deal</token><token t_id="6" sentence="0" number="5">,</token>
<token t_id="7" sentence="0" number="6">\`\`</token><token t_id="8" sentence="0" number="7">fair</token><token t_id="9" sentence="0" number="8">''</token>
<Markables><EVENT_MENTION m_id="11" polarity="POS"><token_anchor t_id="5"/></EVENT_MENTION><ENTITY ent_type="ORG" m_id="12"/></Markables>
<Relations><REFERS_TO r_id="21"><source m_id="11"/><target m_id="12"/></REFERS_TO></Relations></Document>`
  test('tokens are joined as English is written; marks and relations keep their places', () => {
    const document = parseCat(source)
    expect(document.text).toBe('Low-fare Peru-Chile deal, "fair"')
    const { start, end } = rangeOf(document, document.marks[0]!)
    expect(document.text.slice(start, end)).toBe('deal')
    expect(document.relations).toEqual([
      { tag: 'REFERS_TO', attributes: { r_id: '21' }, sources: ['11'], targets: ['12'] },
    ])
  })
  test.each([
    ['The American maker Acme Motors', 'Acme Motors'],
    ['Ana Rey , head of Acme', 'Ana Rey'],
    ['Bank of Peru', 'Bank of Peru'],
    ['the maker', ''],
    ["Acme 's", 'Acme'],
  ])('the name in "%s" is "%s"', (mention, name) => {
    const forms = mention.split(' ')
    const found = nameInMention(forms)
    expect(found === undefined ? '' : forms.slice(found[0], found[1] + 1).join(' ')).toBe(name)
  })
})
