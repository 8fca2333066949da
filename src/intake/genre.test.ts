import { expect, it } from 'vitest'
import { type GenreSigns, genreOf } from './genre.ts'

const NONE: GenreSigns = { labels: [], opening: 'The ministers met.', signed: false }

it.each<[string, Partial<GenreSigns>, string]>([
  ['no sign', {}, 'unknown'],
  ['an outlet', { outlet: 'Harbour Times', signed: true }, 'news'],
  ['a government host', { host: 'fisheries.gov' }, 'official'],
  ['a government host abroad', { host: 'mofcom.gov.cn' }, 'official'],
  ['a ministry', { outlet: 'Ministry of Fisheries' }, 'official'],
  ['a host that only looks like one', { host: 'gov.example.com', signed: true }, 'news'],
  [
    'an opinion section in the address',
    { url: 'https://a.example/opinion/2024/cod', signed: true },
    'opinion',
  ],
  ['an opinion label', { labels: ['Opinion'], signed: true }, 'opinion'],
  ['a stated opinion', { stated: 'OpinionNewsArticle', signed: true }, 'opinion'],
  ['an analysis label', { labels: ['Analysis'], signed: true }, 'analysis'],
  ['a title that says analysis', { title: 'Analysis: Who wins', signed: true }, 'analysis'],
  ['a title that explains', { title: 'The cod levy, explained', signed: true }, 'analysis'],
  ['a title that says why', { title: 'Why the cod quota matters', signed: true }, 'analysis'],
  ['a title that asks what is next', { title: 'The levy is gone. What’s next?', signed: true }, 'analysis'],
  ['a question within the news', { title: 'Minister asks why trawlers stay', signed: true }, 'news'],
  ['a dateline with an agency', { agency: 'Reuters', signed: true }, 'wire'],
  ['an agency as outlet', { outlet: 'Reuters', signed: true }, 'wire'],
  ['an aggregator', { host: 'news.yahoo.com', outlet: 'Yahoo', signed: true }, 'aggregator'],
  ['opinion at an agency', { labels: ['Opinion'], agency: 'Reuters', signed: true }, 'opinion'],
])('%s makes a report %#', (_, signs, genre) => {
  const found = genreOf({ ...NONE, ...signs })
  expect(found.genre).toBe(genre)
  expect(found.genreBy).not.toBe('')
})
