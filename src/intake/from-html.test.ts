import { describe, expect, it } from 'vitest'
import { reportFromHtml, reportFromHtmlBody } from './from-html.ts'
import { withoutSiteName } from './page-metadata.ts'

const LD = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Ministers near cod accord',
  datePublished: '2024-03-11T22:10:00+01:00',
  author: [{ '@type': 'Person', name: 'Ana Moreau' }],
  publisher: { '@type': 'Organization', name: 'The Harbour Times' },
})
const PARAGRAPHS = [
  'OSLO — Norway and the Union came close to an accord on shared cod stocks on Monday, the two fisheries ministers said after eleven hours of talks in the Norwegian capital.',
  'Under the draft, quotas would fall by 12 percent next year. “We are closer than at any time since January,” minister Kari Holm told reporters.',
  "The Union's negotiator said that inspections at sea were still disputed, and that a further meeting would be held on 15 March in Brussels.",
  'No text was published. Officials on both sides declined to say who would sign it, or whether the parliaments would have to vote.',
]
const article = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const WHOLE = page(
  `<title>Ministers near cod accord | The Harbour Times</title><meta property="og:site_name" content="The Harbour Times">
   <link rel="canonical" href="https://harbour.example/2024/03/11/cod"><script type="application/ld+json">${LD}</script><style>p{}</style>`,
  `<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Subscribe</a></li></ul></nav>
   <main><article><h1>Ministers near cod accord</h1><div class="byline">By Ana Moreau</div>
   <figure><img src="x.jpg"><figcaption>The delegations at the port.</figcaption></figure>${article}</article>
   <aside><h3>Most read</h3><ul><li><a href="/1">Storm closes two ports on the coast</a></li></ul></aside></main>
   <section id="comments"><h2>Comments</h2><p>Leif says: They will never sign anything, I worked there.</p></section>
   <footer><p>© 2024 The Harbour Times. All rights reserved.</p></footer><script>track("x")</script>`,
)

const only = async (text: string, path = 'a.html') => (await reportFromHtml({ text, path })).reports[0]!
const rolesOf = (report: Awaited<ReturnType<typeof only>>) =>
  report.parts.map((part) => [part.role, report.text.slice(part.start, part.end).trim()] as const)

describe('the report of a page', () => {
  it('has what the page states of it', async () => {
    expect(await only(WHOLE)).toMatchObject({
      title: 'Ministers near cod accord',
      outlet: 'The Harbour Times',
      url: 'https://harbour.example/2024/03/11/cod',
      authors: ['Ana Moreau'],
      genre: 'news',
      language: 'en',
      published: { earliest: '2024-03-11', latest: '2024-03-11', how: 'metadata' },
      source: { mediaType: 'text/html' },
    })
  })

  it('reads the article and keeps the rest of the page as furniture', async () => {
    const roles = rolesOf(await only(WHOLE))
    const body = roles.filter(([role]) => role === 'body' || role === 'dateline').map(([, text]) => text)
    expect(body.join(' ')).toBe(PARAGRAPHS.join(' '))
    expect(roles.filter(([role]) => role === 'headline').map(([, text]) => text)).toEqual([
      'Ministers near cod accord',
    ])
    const furniture = roles.filter(([role]) => role === 'furniture').map(([, text]) => text)
    for (const text of [
      'Home',
      'Storm closes two ports on the coast',
      'Comments',
      '© 2024 The Harbour Times. All rights reserved.',
    ])
      expect(furniture).toContain(text)
    expect(furniture.join(' ')).not.toContain('track(')
  })

  it('has parts that cover its text wholly', async () => {
    const report = await only(WHOLE)
    expect(report.parts.map((part) => report.text.slice(part.start, part.end)).join('')).toBe(report.text)
  })

  it.each([
    ['<meta property="article:published_time" content="2024-03-11T08:00:00Z">', '', 'metadata'],
    ['<meta name="date" content="2024-03-11">', '', 'metadata'],
    ['', '<time datetime="2024-03-11">yesterday</time>', 'page'],
    ['', '<p>Published March 11, 2024</p>', 'page'],
  ])('finds the day in %s%s', async (head, body, how) => {
    const report = await only(
      page(head, `<article><h1>Ministers near cod accord</h1>${body}${article}</article>`),
    )
    expect(report.published).toMatchObject({ earliest: '2024-03-11', latest: '2024-03-11', how })
  })

  it('takes paragraphs parted by line breaks only', async () => {
    const report = await only(
      `<html><body><font>Ministers meet</font><br><br>${PARAGRAPHS.join('<br>\n<br>')}</body></html>`,
    )
    expect(rolesOf(report).filter(([role]) => role === 'body')).toHaveLength(4)
  })

  it('outlives broken JSON-LD, missing tags and unknown entities', async () => {
    const broken = `<html><head><script type="application/ld+json">{"@type": "NewsArticle",</script><body><article><p>&bogus; ${PARAGRAPHS.join('<p>')}`
    expect((await only(broken)).parts.length).toBeGreaterThan(3)
  })

  it('takes the text of JSON-LD where the page itself holds less', async () => {
    const ld = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Ministers near cod accord',
      articleBody: PARAGRAPHS.join('\n\n'),
    })
    const report = await only(
      page(`<script type="application/ld+json">${ld}</script>`, '<div id="app">Loading</div>'),
    )
    expect(report.text).toContain(PARAGRAPHS[3])
  })

  it.each([
    ['an empty page', page('<title>x</title>', '')],
    ['a login form', page('', '<form><input name="user"><button>Log in</button></form>')],
    [
      'a list of links',
      page(
        '',
        `<ul>${'<li><a href="/1">The ministers met in Oslo on Monday again.</a></li>'.repeat(20)}</ul>`,
      ),
    ],
    ['no markup but angle brackets', '<'.repeat(100_000)],
  ])('is none for %s', async (_, html) => {
    const { reports, notices } = await reportFromHtml({ text: html, path: 'a.html' })
    expect(reports).toEqual([])
    expect(notices.map((one) => one.code)).toEqual(['no-article'])
  })

  it('is whole where a page is too deep or too large to look for its article', async () => {
    const deep = await only(`${'<div>'.repeat(5_000)}<p>${PARAGRAPHS.join('</p><p>')}</p>`)
    expect(deep.text).toContain('inspections at sea')
    const large = await only(page('', `<p>${PARAGRAPHS[1]}</p>`.repeat(20_000)))
    expect(large.parts.length).toBeGreaterThan(10_000)
  })
})

describe('an article as a piece of HTML', () => {
  it('is read whole', async () => {
    const { reports } = await reportFromHtmlBody({ text: article, path: 'a.json' })
    expect(reports[0]!.text).toBe(PARAGRAPHS.join('\n\n'))
  })
})

it.each([
  ['Ministers near cod accord - Quay Online', 'Quay Online'],
  ['Cod: what was agreed | Harbour Wire', 'Harbour Wire'],
  ['Cod: what was agreed - and what was not', undefined],
  ['Cod: what was agreed - Live Updates', undefined],
])('without other signs the head title %j names the outlet %j', async (title, outlet) => {
  const bare = page(`<title>${title}</title>`, `<h1>Ministers near cod accord</h1>${article}`)
  expect((await only(bare)).outlet).toBe(outlet)
})

it.each([
  ['Ministers near cod accord | The Harbour Times', 'The Harbour Times', 'Ministers near cod accord'],
  ['Ministers near cod accord - Harbour Times', 'The Harbour Times', 'Ministers near cod accord'],
  [
    'Ministers near accord - and fall out again',
    'The Harbour Times',
    'Ministers near accord - and fall out again',
  ],
])('the title %j loses only the name of %s', (title, outlet, expected) => {
  expect(withoutSiteName(title, outlet)).toBe(expected)
})
