import { describe, expect, it } from 'vitest'
import { reportFromText } from './from-text.ts'

const PROSE =
  'Norway and the Union came close to an accord on shared cod stocks on Monday, the two fisheries ministers said after eleven hours of talks in the capital.'
const MORE =
  'Under the draft, quotas would fall by 12 percent next year, and inspections at sea would be shared between the two coast guards from June.'

async function rolesIn(...lines: string[]) {
  const text = lines.join('\n\n')
  const { reports } = await reportFromText({ text, path: 'a.txt' })
  const report = reports[0]!
  return report.parts.map((part) => [part.role, report.text.slice(part.start, part.end).trim().slice(0, 24)])
}
const only = async (text: string, path = 'a.txt') => (await reportFromText({ text, path })).reports[0]!

describe('the parts of a plain text', () => {
  it('are headline, dek as body, dateline and body', async () => {
    expect(
      await rolesIn(
        'Ministers Near Cod Accord',
        'A text could be ready by Friday, delegates said.',
        `OSLO — ${PROSE}`,
      ),
    ).toEqual([
      ['headline', 'Ministers Near Cod Accor'],
      ['body', 'A text could be ready by'],
      ['dateline', 'OSLO —'],
      ['body', 'Norway and the Union cam'],
    ])
  })

  it('have no headline where the text begins with a sentence', async () => {
    expect(await rolesIn(PROSE, MORE)).toEqual([
      ['body', PROSE.slice(0, 24)],
      ['body', MORE.slice(0, 24)],
    ])
  })

  it('keep the head of the page apart: section, date lines, byline', async () => {
    const roles = await rolesIn(
      'Today : Mar 11, 2024',
      'World',
      '11 March 2024',
      'Ministers Near Cod Accord',
      'By Ana Moreau',
      PROSE,
    )
    expect(roles.map(([role]) => role)).toEqual([
      'furniture',
      'furniture',
      'furniture',
      'headline',
      'furniture',
      'body',
    ])
  })

  it('take a file name above and a repeated headline for furniture', async () => {
    const roles = await rolesIn(
      'Ministers_Near__Cod_Accord',
      'Ministers Near: Cod Accord',
      PROSE,
      'Ministers Near: Cod Accord',
      MORE,
    )
    expect(roles.map(([role]) => role)).toEqual(['furniture', 'headline', 'body', 'furniture', 'body'])
  })

  it('mark a tail of sign-ups also where a sentence in it looks like prose', async () => {
    const roles = await rolesIn(
      'Ministers Near Cod Accord',
      PROSE,
      MORE,
      'Subscribe for Updates',
      'FleetUpdate Newsletter',
      'The FleetUpdate Email Newsletter focuses on the latest quotas in the north. It is your go-to resource for fleets.',
      'Notice an error?',
      'Help us improve our content by reporting any issues you find.',
      'Ready to get started?',
    )
    expect(roles.map(([role]) => role)).toEqual(['headline', 'body', 'body', ...Array(6).fill('furniture')])
  })

  it('go on with the text after a sign-up in the middle', async () => {
    const roles = await rolesIn(
      PROSE,
      MORE,
      'Sign up for our newsletter',
      'What remains open',
      MORE,
      'Talks resume on Monday.',
      PROSE,
    )
    expect(roles.map(([role]) => role)).toEqual([
      'body',
      'body',
      'furniture',
      'headline',
      'body',
      'body',
      'body',
    ])
  })

  it('end with the comments, whatever readers write there', async () => {
    const roles = await rolesIn(
      PROSE,
      MORE,
      PROSE,
      'Leave a Reply',
      'Leif says the ministers will never sign anything, and he has worked there for years.',
    )
    expect(roles.map(([role]) => role)).toEqual(['body', 'body', 'body', 'furniture', 'furniture'])
  })

  it('take short lines between paragraphs for headings and credited lines for captions', async () => {
    const roles = await rolesIn(
      PROSE,
      'What remains open',
      MORE,
      'Delegates at the port of Bergen. (Photo: Jo Lund/AP)',
      MORE,
    )
    expect(roles.map(([role]) => role)).toEqual(['body', 'headline', 'body', 'caption', 'body'])
  })

  it.each([
    'Jo Lund/Pool Delegates wait at the port of Bergen.',
    'Envoys Ruiz and Lee shake hands before a session in Bergen, March 5, 2031.',
    'The flags of both sides are seen at the quay in Bergen on March 5, 2031',
  ])('take what a picture shows for its caption: %s', async (line) => {
    expect((await rolesIn('Ministers Near Cod Accord', PROSE, line, MORE))[2]![0]).toBe('caption')
  })

  it.each([
    'The accord was signed at a session in Bergen, March 5, 2031.',
    'It holds until the session in Bergen that Ruiz said would end on March 5, 2031.',
    'We will hold the quay and the pier until the ministers speak with all of us! — Jo Lund (@jolund) March 5, 2031',
  ])('take no sentence that only ends with a date for one: %s', async (line) => {
    expect((await rolesIn('Ministers Near Cod Accord', PROSE, line, MORE))[2]![0]).toBe('body')
  })

  it('a button run into the first sentence is none of it', async () => {
    const told = await rolesIn('Ministers Near Cod Accord', `CLOSE ${PROSE}`, MORE)
    expect(told.map(([role]) => role)).toContain('furniture')
    expect(told.find(([role]) => role === 'body')?.[1]).not.toContain('CLOSE')
    const own = await rolesIn('Ministers Near Cod Accord', `CLOSE CALL FOR OSLO: ${PROSE}`, MORE)
    expect(own.map(([, words]) => words).join('\n')).toContain('CLOSE CALL')
  })

  it('leave out a long headline in capitals between paragraphs', async () => {
    const link =
      'WHY THE MOVES OF LUND AGAINST THE FLEET MAY DO MORE TO TAME BERG THAN ANY INSULT OF THE YEAR'
    const told = await rolesIn('Ministers Near Cod Accord', PROSE, link, MORE)
    expect(told.map(([role]) => role)).toEqual(['headline', 'body', 'furniture', 'body'])
  })

  it('part a caption with its credit from the headline it runs into', async () => {
    const told = await rolesIn(
      'Delegates wave on May 5 in Oslo. | AP Photo Ministers near cod accord Lund calls it a start.',
      PROSE,
      MORE,
    )
    expect(told.slice(0, 3)).toMatchObject([
      ['caption', expect.stringContaining('Delegates wave')],
      ['headline', 'Ministers near cod accor'],
      ['body', expect.any(String)],
    ])
    const own = await rolesIn(
      'The fleet paid 3 million | or more, Lund said, for its quota. It was little.',
      PROSE,
    )
    expect(own.map(([role]) => role)).not.toContain('caption')
  })

  it('do not take an acronym for the place of a dateline', async () => {
    const roles = await rolesIn(
      `CODPACT — the accord is known by that name — would end. ${PROSE}`,
      'CODPACT was signed in May, and it binds six fleets.',
    )
    expect(roles[0]![0]).toBe('body')
  })

  it('join lines that a machine broke, and only these', async () => {
    const wrapped = `${PROSE} ${MORE} ${PROSE}`.replace(/(.{60,72}) /g, '$1\n')
    expect((await only(`${wrapped}\n\n${wrapped}`)).parts).toHaveLength(2)
    expect((await only(`${PROSE}\n${MORE}\n${PROSE}`)).parts).toHaveLength(3)
  })

  it.each(['\r\n', '\r', '\n'])(
    'cover the text wholly with line ends %j, and the text is as it came',
    async (end) => {
      const text = `${end}Ministers Near Cod Accord${end}${end}OSLO — ${PROSE}${end}Leave a Reply${end}${end}`
      const report = await only(text)
      expect(report.text).toBe(text)
      expect(report.parts.map((part) => text.slice(part.start, part.end)).join('')).toBe(text)
      expect(report.parts.map((part) => part.n)).toEqual(report.parts.map((_, i) => i))
    },
  )

  it('leave only the byte-order mark off', async () => {
    expect((await only(`\uFEFF${PROSE}`)).text).toBe(PROSE)
  })
})

describe('the publication day of a plain text', () => {
  it.each([
    ['Ministers Near Cod Accord\n11 March 2024\n', 'page', '2024-03-11'],
    ['Published: March 11, 2024 at 10:15 GMT\nUpdated: March 12, 2024\n', 'page', '2024-03-11'],
    ['Today : Mar 12, 2024\nWorld\n11 March 2024\nMinisters Near Cod Accord\n', 'page', '2024-03-11'],
    ['Ministers Near Cod Accord\nUpdated on March 12, 2024\n', 'page', '2024-03-12'],
    ['OSLO, March 11, 2024 (Reuters) - ', 'text', '2024-03-11'],
    ['OSLO, March 11 (Reuters) - ', 'text', undefined],
    ['', 'none', undefined],
  ])('of %j is found in the %s: %s', async (before, how, day) => {
    const { published } = await only(`${before}${PROSE}\n${MORE}`)
    expect(published).toMatchObject({ how, ...(day === undefined ? {} : { earliest: day, latest: day }) })
    expect(published.earliest).toBe(day)
  })

  it('is never a day that the text tells of', async () => {
    expect((await only(`${PROSE}\nThe next round opens on 15 March 2024.\n${MORE}`)).published).toEqual({
      how: 'none',
    })
  })

  it('comes from the file name where nothing else states it', async () => {
    expect((await only(PROSE, 'x/2024-03-11-cod.txt')).published).toEqual({
      stated: '2024-03-11',
      earliest: '2024-03-11',
      latest: '2024-03-11',
      how: 'file name',
    })
  })
})

describe('what a plain text says of itself', () => {
  it('gives title and authors', async () => {
    const report = await only(
      `Ministers Near Cod Accord\nBy ANA MOREAU and Jo Lund, Harbour Times\n\n${PROSE}`,
    )
    expect(report).toMatchObject({ title: 'Ministers Near Cod Accord', authors: ['Ana Moreau', 'Jo Lund'] })
  })

  it.each([
    [`OSLO (Reuters) - ${PROSE}`, 'wire'],
    [`Opinion\nThe Accord Nobody Wants\n\n${PROSE}`, 'opinion'],
    [`Opinion: The Accord Nobody Wants\n\n${PROSE}`, 'opinion'],
    [`Fact Sheet: The Cod Accord\n\n${PROSE}`, 'official'],
    [`JOINT STATEMENT of the two governments. ${PROSE}`, 'official'],
    [`Ministers Near Cod Accord\nBy Ana Moreau\n\n${PROSE}`, 'news'],
    [PROSE, 'unknown'],
  ])('gives its genre: %#', async (text, genre) => {
    expect((await only(text)).genre).toBe(genre)
  })

  it('leaves the outlet open where nothing names it', async () => {
    expect(
      (await only(`${PROSE}\n\n${MORE}\n\nSubscribe to the Harbour Letter newsletter`)).outlet,
    ).toBeUndefined()
  })
})

describe('an outlet on the first line', () => {
  it.each([
    ['The Northern Ledger', 'Bergen, 14 October 2030'],
    ['Western Herald', '17 October 2030'],
    ['Northern Tide', 'By Einar Holm'],
    ['Andean Courier', `LIMA, 8 October 2030 (Nordwire) - ${PROSE}`],
  ])('%s is told by what stands right below it: %s', async (outlet, below) => {
    const report = await only(`${outlet}\n${below}\n\n${PROSE}\n\n${MORE}`)
    expect(report.outlet).toBe(outlet)
    expect(report.parts[0]?.role).toBe('furniture')
    expect(report.title).toBeUndefined()
  })

  it.each([
    ['Lakeside Business Daily', 'By Rosa Holm | September 8, 2031'],
    ['Gulf Wire Service', `CAIRO, Jan 12, 2027 (GWS) - ${PROSE}`],
    ['Meridian News', 'September 24, 2031'],
  ])('%s stands above the headline and what places it: %s', async (outlet, below) => {
    const title = 'Dockworkers vote for a strike as contract nears its end'
    const report = await only(`${outlet}\n${title}\n${below}\n\n${PROSE}\n\n${MORE}`)
    expect([report.outlet, report.title]).toEqual([outlet, title])
  })

  it.each([
    ['Keel', '14 October 2030'],
    ['CQB News', 'Published 14 October 2030'],
    ['Harbour Online', 'October 14, 2030'],
  ])('%s stands above the day and the headline: %s', async (outlet, day) => {
    const title = 'Dockworkers vote for a strike as contract nears its end'
    const report = await only(`${outlet}\n${day}\n${title}\n\n${PROSE}\n\n${MORE}`)
    expect([report.outlet, report.title]).toEqual([outlet, title])
  })

  it('a name that ends with News needs no day', async () => {
    const title = 'Dockworkers vote for a strike as contract nears its end'
    const report = await only(`CQB News\n${title}\n\n${PROSE}\n\n${MORE}`)
    expect([report.outlet, report.title]).toEqual(['CQB News', title])
  })

  it.each(['Politics', 'World', 'Economy News'])('the section %s is no outlet', async (line) => {
    const report = await only(`${line}\n14 October 2030\nDockworkers vote for a strike\n\n${PROSE}`)
    expect(report.outlet).toBeUndefined()
  })

  it.each(['Ministers Meet Envoys', 'Talks End'])('%s above a longer line is no outlet', async (line) => {
    const report = await only(
      `${line}\nBoth sides say the quota is still open\nBy Ana Moreau\n\n${PROSE}\n\n${MORE}`,
    )
    expect(report.outlet).toBeUndefined()
  })

  it('a day with its place is the day of the page', async () => {
    const { published } = await only(`The Northern Ledger\nBergen, 14 October 2030\n\n${PROSE}`)
    expect(published).toMatchObject({ earliest: '2030-10-14', latest: '2030-10-14' })
  })

  it.each([
    ['Ministers Near Cod Accord', 'By Ana Moreau'],
    ['Guards Face the Press', 'By Ana Moreau'],
  ])('%s above a byline stays a headline', async (headline, below) => {
    const report = await only(`${headline}\n${below}\n\n${PROSE}\n\n${MORE}`)
    expect([report.outlet, report.title]).toEqual([undefined, headline])
  })
})

describe('whose a page is', () => {
  const title = 'Coastal states fail to agree on cod quotas'
  it.each([
    ['Lagos Chronicle | Business', 'Lagos Chronicle', 'news'],
    ['Handelskurier\nBergen, 14 October 2030', 'Handelskurier', 'news'],
    ['Lakeside Daily, with agency material', 'Lakeside Daily', 'news'],
    ['Fish & Quay Weekly, Lima', 'Fish & Quay Weekly', 'news'],
    ['By Ann Lee, Gulf Wire', 'Gulf Wire', 'wire'],
    ['By Ann Lee / The Standard Gazette', 'The Standard Gazette', 'news'],
    ['Written by Ann Lee for the Northern Ledger', 'Northern Ledger', 'news'],
    ['Kestrel-SDA/AFP', 'AFP', 'wire'],
    ['Source: Gulf Wire', 'Gulf Wire', 'wire'],
    [
      'Ministry of Fisheries of Ruvania\nNews release — 14 October 2030',
      'Ministry of Fisheries of Ruvania',
      'official',
    ],
    ['From: Fisheries and Coasts Ruvania\nNews release', 'Fisheries and Coasts Ruvania', 'official'],
    ['By our correspondents in Oslo and Lima', undefined, 'unknown'],
    ['Politics', undefined, 'unknown'],
    ['Nora Lindqvist, Brussels', undefined, 'unknown'],
  ])('"%s" below the headline: %s', async (line, outlet, genre) => {
    const report = await only(`${title}\n\n${line}\n\n${PROSE}\n\n${MORE}`)
    expect([report.title, report.outlet, report.genre]).toEqual([title, outlet, genre])
    expect(report.parts.filter(({ role }) => role === 'body')).toHaveLength(2)
  })

  it.each([
    ['© 2031 Gulf Wire', 'Gulf Wire'],
    ['Follow the Quay Herald on Telegram for breaking news.', 'Quay Herald'],
    [
      'You have read 3 articles this month: subscribe to The Northern Post from £1 a week.',
      'The Northern Post',
    ],
    ['Follow the talks on television.', undefined],
    ['Gulf Wire has followed the talks since May.', undefined],
  ])('"%s" at its foot: %s', async (line, outlet) => {
    expect((await only(`${title}\n\n${PROSE}\n\n${MORE}\n\n${line}`)).outlet).toBe(outlet)
  })

  it.each([
    [
      'Coastal Commission – Statement\n\nJoint statement by President Ann Lee and Minister Luis Okoro',
      'Coastal Commission',
    ],
    ['Fisheries Council - Press release\n\nPress release', 'Fisheries Council'],
    ['Talks on cod – a statement\n\nPress release', undefined],
    ['From: "Ann Lee" <lee@quay.example>\n\nPress release', undefined],
  ])('%j above a release names %s', async (head, outlet) => {
    expect((await only(`${head}\n\n${PROSE}\n\n${MORE}`)).outlet).toBe(outlet)
  })

  it('a paper that prints an agency is the outlet, and the agency is credited', async () => {
    const report = await only(
      `${title}\n\nGulf Wire with Herald staff\n\n${PROSE}\n\n${MORE}\n\nFollow the Quay Herald on Telegram.`,
    )
    expect(report.outlet).toBe('Quay Herald')
    const dateline = report.parts.find(({ role }) => role === 'dateline')!
    expect(report.text.slice(dateline.start, dateline.end)).toContain('Gulf Wire')
  })

  it('a release is its issuer’s, and what the issuer says of itself is not read', async () => {
    const report = await only(
      `PRESS RELEASE\n\n${title}\n\n${PROSE}\n\n${MORE}\n\nAbout the Gulf Ports Authority (GPA)\n\nThe GPA runs nine ports and trains 400 pilots a year.\n\nMedia contact: Ann Lee`,
    )
    expect([report.outlet, report.genre]).toEqual(['Gulf Ports Authority', 'official'])
    expect(report.parts.filter(({ role }) => role === 'body')).toHaveLength(2)
  })

  it('a headline of a body is no issuer', async () => {
    const report = await only(`Dockers Union Rejects Ministry Offer\nBy Ann Lee\n\n${PROSE}\n\n${MORE}`)
    expect([report.outlet, report.title]).toEqual([undefined, 'Dockers Union Rejects Ministry Offer'])
  })

  it('a correction is noticed and not read', async () => {
    const { reports, notices } = await reportFromText({
      text: `${title}\n\n${PROSE}\n\n${MORE}\n\nCorrection: An earlier version of this article gave the catch as 12,000 tonnes.`,
      path: 'a.txt',
    })
    expect(notices.map(({ code }) => code)).toEqual(['report-corrected'])
    expect(reports[0]!.parts.at(-1)!.role).toBe('furniture')
  })

  it('a name beside byline or date is the outlet where nothing else is, and the head of a page wraps no lines', async () => {
    const report = await only(
      `${title}\nPolymer Notes\nOctober 31, 2031 | Updated 7:12 pm\nBy Ann Lee, additional reporting by Gulf Wire of the coast\n\n${PROSE}\n\n${MORE}\n\n${PROSE}`,
    )
    expect([report.outlet, report.title, report.published.earliest]).toEqual([
      'Polymer Notes',
      title,
      '2031-10-31',
    ])
  })
})
