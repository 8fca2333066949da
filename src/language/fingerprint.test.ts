import { describe, expect, it } from 'vitest'
import { home } from '../reading/engine.ts'
import { loadLexicon } from '../reading/lexicon-files.ts'
import { loadModels } from '../reading/load.ts'
import { readText } from './read.ts'
import { fnv1a } from './shingles.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`, `${home}/packs/trade`])

const fingerprint = (text: string) =>
  readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon).fingerprint

describe('credits', () => {
  const credits = (text: string) =>
    fingerprint(text).credits.map(
      ({ outlet, relation, whole }) => `${outlet} ${relation}${whole ? ' whole' : ''}`,
    )

  const cases: readonly [text: string, found: readonly string[]][] = [
    ['Reuters reported that the text was finished.', ['outlet:reuters reported by']],
    ['The text was finished, according to the Associated Press.', ['outlet:associated-press reported by']],
    ['The text was finished, as first reported by Politico.', ['outlet:politico reported by']],
    ['The text is finished, Anna Berg told Reuters.', ['outlet:reuters said to']],
    ['Anna Berg said in an interview with CNN that it was finished.', ['outlet:cnn said to']],
    ['OSLO (Reuters) - The ministers met on Friday.', ['outlet:reuters dateline whole']],
    ['The Associated Press contributed to this report.', ['outlet:associated-press contributed whole']],
    ['By Anna Berg, Associated Press', ['outlet:associated-press byline whole']],
    ['This article was first published by Reuters.', ['outlet:reuters copy whole']],
    ['Appearing on CNN, Anna Berg said that the quota was too small.', ['outlet:cnn said to']],
    ['No fisherman appeared on CNN in the weeks before the vote.', []],
    ['The minister will defend the quota by appearing Sunday on CNN.', []],
    ['Anna Berg bought Reuters shares.', []],
  ]
  it.each(cases)('%s', (text, found) => {
    expect(credits(text)).toEqual(found)
  })
})

describe('shingles', () => {
  it('are the FNV-1a hashes of five words, punctuation dropped', () => {
    expect([...fingerprint('The text, it seems, is.').outside]).toEqual([fnv1a('the text it seems is')])
    expect(fnv1a('')).toBe(0x811c9dc5)
    expect(fnv1a('a')).toBe(0xe40c292c)
  })

  it('keep quoted words apart and reach over no mark', () => {
    const { outside, inside } = fingerprint(
      'Anna Berg said "the text is now finished" and left the town hall.',
    )
    expect([...inside]).toEqual([fnv1a('the text is now finished')])
    expect([...outside]).toEqual([fnv1a('and left the town hall')])
  })

  it('ascend and are unique', () => {
    const { outside } = fingerprint('one two three four five six. one two three four five six.')
    expect([...outside]).toEqual([...new Set(outside)].sort((a, b) => a - b))
  })
})
