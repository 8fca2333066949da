// In: feeds. Out: a report an item, with what the item states.
import { describe, expect, it } from 'vitest'
import { reportsFromFeed } from './from-feed.ts'

const XML = '<?xml version="1.0"?>'
const rss = (title: string, items: string) =>
  `${XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>https://quay.example</link>${items}</channel></rss>`
const item = (body: string, rest = '') =>
  `<item><title>Peru lifts cod ban</title><link>https://quay.example/1</link><pubDate>Sat, 15 Mar 2031 06:00:00 GMT</pubDate>${rest}${body}</item>`
const SENTENCE = 'Peru lifted its ban on cod from Norway on Friday, the fisheries ministry said.'
const read = (text: string) => reportsFromFeed({ text, path: 'a.xml' })

describe('a feed', () => {
  it('of RSS gives a report an item, with day, address, outlet and title', async () => {
    const { reports, notices } = await read(
      rss(
        'Quay Post',
        item(`<description>${SENTENCE}</description>`, '<dc:creator>Ann Lee</dc:creator>') +
          item(`<description><![CDATA[<p>${SENTENCE}</p><p>More follows &amp; ends.</p>]]></description>`),
      ),
    )
    expect(notices).toEqual([])
    expect(reports.map((report) => report.path)).toEqual(['a.xml#1', 'a.xml#2'])
    expect(reports[0]).toMatchObject({
      title: 'Peru lifts cod ban',
      outlet: 'Quay Post',
      url: 'https://quay.example/1',
      authors: ['Ann Lee'],
      published: { earliest: '2031-03-15', how: 'metadata' },
    })
    expect(reports[1]?.text).toContain('More follows & ends.')
    expect(reports[1]?.text).not.toContain('<p>')
  })

  it('gives the whole text where it has it, not the summary', async () => {
    const body = `<description>In short.</description><content:encoded><![CDATA[<p>${SENTENCE}</p>]]></content:encoded>`
    const { reports } = await read(rss('Quay Post', item(body)))
    expect(reports[0]?.text).toContain(SENTENCE)
    expect(reports[0]?.text).not.toContain('In short.')
  })

  it('of Atom does the same', async () => {
    const entry = `<entry><title>Peru lifts cod ban</title><link rel="self" href="https://q.example/self"/><link href="https://q.example/a"/><updated>2031-03-17T10:00:00Z</updated><published>2031-03-15T10:00:00Z</published><author><name>Ann Lee</name></author><summary type="html">&lt;p&gt;${SENTENCE}&lt;/p&gt;</summary></entry>`
    const { reports } = await read(
      `${XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>World | Quay Post</title>${entry}</feed>`,
    )
    expect(reports[0]).toMatchObject({
      outlet: 'Quay Post',
      url: 'https://q.example/a',
      authors: ['Ann Lee'],
      published: { earliest: '2031-03-15' },
    })
    expect(reports[0]?.text).toContain(SENTENCE)
  })

  it('of sections names no outlet; an item that names its source has that', async () => {
    const { reports } = await read(
      rss(
        'World - Latest',
        item(
          `<description>${SENTENCE}</description>`,
          '<source url="https://h.example">Harbour Times</source>',
        ) + item(`<description>${SENTENCE} Again.</description>`),
      ),
    )
    expect(reports.map((report) => report.outlet)).toEqual(['Harbour Times', 'quay.example'])
  })

  it('tells how many items have no text, and that a document is no feed', async () => {
    const bare = await read(rss('Quay Post', item('') + item(`<description>${SENTENCE}</description>`)))
    expect(bare.reports).toHaveLength(1)
    expect(bare.notices[0]).toMatchObject({ code: 'feed-without-text', path: 'a.xml' })
    expect(bare.notices[0]?.message).toContain('1 of 2 items')
    for (const text of [`${XML}<urlset/>`, `${XML}<rss><channel>`, ''])
      expect((await read(text)).notices.map((one) => one.code)).toEqual(['kind-not-read'])
  })
})
