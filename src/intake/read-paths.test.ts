import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meansLoss, Problem } from '../problem.ts'
import { type ReadOptions, readPaths } from './read-paths.ts'

const TEXT = 'The ministers met in Oslo on Monday and agreed on nothing, the government said after the talks.'
const PAGE = `<html><head><title>Ministers meet again in Oslo</title></head><body><article><h1>Ministers meet again in Oslo</h1><p>${TEXT}</p><p>${TEXT.replace('nothing', 'a further meeting')}</p></article></body></html>`

let folder: string
let server: Server
let host: string
const at = (name: string) => join(folder, name)
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
  return at(name)
}
const read = (names: readonly string[], options?: ReadOptions) => readPaths(names, options)
const codes = (found: { notices: readonly { code: string }[] }) => found.notices.map((one) => one.code)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-intake-'))
  server = createServer((request, response) => {
    const { url = '' } = request
    if (url === '/page') response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
    else if (url === '/moved') response.writeHead(302, { location: '/2024/03/11/page.txt' }).end()
    else if (url.endsWith('.txt')) response.setHeader('content-type', 'text/plain').end(TEXT)
    else if (url === '/json')
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ text: TEXT }))
    else if (url === '/pdf') response.setHeader('content-type', 'application/pdf').end('%PDF')
    else if (url === '/large') response.setHeader('content-type', 'text/plain').end('x '.repeat(60_000))
    else if (url === '/broken') request.socket.destroy()
    else if (url !== '/silent') response.writeHead(404).end('no')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

describe('what is read', () => {
  it.each<[string, string | Uint8Array]>([
    ['a.txt', TEXT],
    ['a.md', TEXT],
    ['a.html', PAGE],
    ['a.json', JSON.stringify({ text: TEXT })],
    ['a.jsonl', `${JSON.stringify({ text: TEXT })}\n`],
    ['a.txt.gz', gzipSync(TEXT)],
    ['a.jsonl.gz', gzipSync(JSON.stringify({ text: TEXT }))],
    ['a.htm', PAGE],
    ['without-ending', TEXT],
    ['page-without-ending', PAGE],
    ['a.news', JSON.stringify({ text: TEXT })],
  ])('is %s', async (name, content) => {
    const { reports, notices } = await read([put(`kinds/${name}`, content)])
    expect(notices).toEqual([])
    expect(reports).toHaveLength(1)
    expect(reports[0]!.text).toContain(TEXT)
  })

  it('is a folder with all below it; hidden files are left alone, other kinds counted', async () => {
    put('folder/one.txt', TEXT)
    put('folder/below/two.md', `${TEXT} Again.`)
    put('folder/.hidden.txt', `${TEXT} Hidden.`)
    put('folder/three.docx', 'x')
    put('folder/logo.png', 'x')
    put('folder/README.md', `${TEXT} Of the folder.`)
    symlinkSync(at('folder'), at('folder/below/loop'))
    put('folder/node_modules/four.txt', `${TEXT} Four.`)
    const found = await read([at('folder')])
    expect(found.reports.map((report) => report.path).sort()).toEqual([
      at('folder/below/two.md'),
      at('folder/one.txt'),
    ])
    expect(codes(found)).toEqual(['documents-not-read', 'files-of-other-kinds'])
    expect(found.notices[0]!.message).toContain('1 .docx')
    expect(found.notices[1]!.message).toContain('1 .png, 1 README.md')
  })

  it('is a glob', async () => {
    put('glob/one.txt', TEXT)
    put('glob/two.txt', `${TEXT} Again.`)
    put('glob/three.md', `${TEXT} No.`)
    expect((await read([at('glob/*.txt')])).reports).toHaveLength(2)
  })

  it('is a file whose name looks like a glob', async () => {
    expect((await read([put('odd/[draft].txt', TEXT)])).reports).toHaveLength(1)
  })

  it.each<[string, string]>([
    ['text', TEXT],
    ['a page', PAGE],
    ['JSON', JSON.stringify({ text: TEXT })],
    ['JSON lines', `${JSON.stringify({ text: TEXT })}\n${JSON.stringify({ text: TEXT })}`],
    ['Markdown with front matter', `---\ntitle: x\n---\n${TEXT}`],
  ])('is standard input with %s', async (_, content) => {
    const { reports } = await read(['-'], { standardInput: [new TextEncoder().encode(content)] })
    expect(reports).toHaveLength(1)
    expect(reports[0]!.path).toMatch(/^-(?:#1)?$/)
    expect(reports[0]!.text).toContain(TEXT)
  })

  it('comes by id, the same whatever the order of the paths', async () => {
    const paths = ['a', 'b', 'c', 'd'].map((name) => put(`order/${name}.txt`, `${TEXT} And ${name}.`))
    const forth = await read([...paths, at('order/none.txt')])
    const back = await read([at('order/none.txt'), ...paths.toReversed()])
    expect(back).toEqual(forth)
    expect(forth.reports.map((report) => report.id)).toEqual(forth.reports.map((report) => report.id).sort())
  })

  it('counts a report once, however often it is there, and says so', async () => {
    const one = put('twice/b.txt', TEXT)
    const two = put('twice/a.txt', TEXT)
    const found = await read([one, two])
    expect(found.reports.map((report) => report.path)).toEqual([two])
    expect(codes(found)).toEqual(['same-report'])
    expect(found.notices[0]!.message).toContain(`${one}: the same report as ${two}`)
  })

  it('takes a file named twice once, without a word', async () => {
    const path = put('named/a.txt', TEXT)
    const found = await read([path, at('named'), join(folder, 'named', '.', 'a.txt')])
    expect(found.reports).toHaveLength(1)
    expect(found.notices).toEqual([])
  })

  it('tells its progress', async () => {
    const seen: string[] = []
    put('progress/a.txt', TEXT)
    put('progress/b.txt', `${TEXT} b`)
    await read([at('progress')], { onProgress: (done, of) => seen.push(`${done}/${of}`) })
    expect(seen).toEqual(['1/2', '2/2'])
  })
})

describe('addresses', () => {
  it.each([
    ['/page', 'text/html'],
    ['/a.txt', 'text/plain'],
    ['/json', 'application/json'],
  ])('%s is read as %s', async (path, mediaType) => {
    const { reports, notices } = await read([`${host}${path}`])
    expect(notices).toEqual([])
    expect(reports[0]!.source.mediaType).toBe(mediaType)
    expect(reports[0]!.text).toContain(TEXT)
  })

  it('keeps the address it came to, and its day where it holds one', async () => {
    const { reports } = await read([`${host}/moved`])
    expect(reports[0]).toMatchObject({
      url: `${host}/2024/03/11/page.txt`,
      published: { earliest: '2024-03-11', how: 'address' },
    })
  })

  it.each([
    ['/nothing', 'address-refused', '404'],
    ['/pdf', 'kind-not-read', 'application/pdf'],
    ['/broken', 'address-without-answer', 'no answer'],
    ['/silent', 'address-without-answer', 'nothing within 0.3 s'],
    ['/large', 'too-large', 'too large'],
  ])('%s gives the notice %s and harms nothing else', async (path, code, words) => {
    const good = put('beside/good.txt', TEXT)
    const found = await read([`${host}${path}`, good], { timeoutMs: 300, maxBytes: 100_000 })
    expect(found.reports.map((report) => report.path)).toEqual([good])
    expect(codes(found)).toEqual([code])
    expect(found.notices[0]!.message).toContain(words)
  })

  it('without a server give a notice', async () => {
    expect(
      codes(await read(['http://127.0.0.1:9/', 'http://no-such-host.invalid/'], { timeoutMs: 3000 })),
    ).toEqual(['address-without-answer', 'address-without-answer'])
  })
})

describe('bad input gives a notice, and the other reports are unharmed', () => {
  const long = 'the minister and '.repeat(60_000)
  it.each<[string, string, string | Uint8Array, string, number]>([
    ['an empty file', 'empty.txt', '', 'empty-file', 0],
    ['blank lines', 'blank.txt', ' \n\n ', 'empty-file', 0],
    ['an empty page', 'empty.html', '', 'empty-file', 0],
    ['empty JSON lines', 'empty.jsonl', '\n\n', 'empty-file', 0],
    [
      'a binary file',
      'binary.txt',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256),
      'binary-file',
      0,
    ],
    ['a PDF that calls itself text', 'pdf.txt', '%PDF-1.4 x', 'binary-file', 0],
    [
      'broken UTF-8',
      'broken.txt',
      Uint8Array.from([...new TextEncoder().encode(`“No,” ${TEXT}`), 0xff]),
      'broken-utf8',
      1,
    ],
    ['50 MB of text', 'large.txt', `${TEXT}\n`.repeat(550_000), 'too-large', 0],
    ['a sentence of a million characters', 'long.txt', long, 'endless-sentence', 1],
    [
      'a page without an article',
      'form.html',
      '<html><body><form><input></form></body></html>',
      'no-article',
      0,
    ],
    [
      'another language',
      'es.txt',
      'Los ministros se reunieron en Oslo el lunes y acordaron continuar las negociaciones sobre la pesca.',
      'other-language',
      1,
    ],
    ['JSON without text', 'missing.json', '{"title":"x"}', 'json-without-text', 0],
    ['broken JSON', 'broken.json', '{"text":', 'json-broken', 0],
    ['broken compression', 'broken.txt.gz', 'no gzip', 'path-not-readable', 0],
    [
      'a compressed file that grows too large',
      'bomb.txt.gz',
      gzipSync('a '.repeat(6_000_000)),
      'too-large',
      0,
    ],
    ['words without a sentence', 'menu.txt', 'Home\nWorld\nSubscribe\n', 'no-prose', 1],
  ])('%s', async (_, name, content, code, kept) => {
    const good = put('bad/good.txt', `${TEXT} Good.`)
    const found = await read([put(`bad/${name}`, content), good])
    expect(codes(found)).toEqual([code])
    expect(found.reports).toHaveLength(kept + 1)
    expect(found.reports.some((report) => report.path === good)).toBe(true)
    expect(found.notices[0]!.message).not.toMatch(/\n\s+at |undefined|\[object/)
    expect(found.notices[0]!.path).toContain(name)
  })

  it.each([
    ['a folder without reports', () => dirname(put('hollow/.hidden', 'x')), 'folder-without-reports'],
    ['a path that is not there', () => at('not-there.txt'), 'path-not-found'],
    ['an address without its scheme', () => 'www.harbour.example/a', 'path-not-found'],
    [
      'a feed without items',
      () =>
        put('bad/feed.news', '<?xml version="1.0"?><rss><channel><title>Quay Post</title></channel></rss>'),
      'feed-without-text',
    ],
    [
      'an XML document that is no feed',
      () => put('bad/map.xml', '<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>'),
      'kind-not-read',
    ],
    ['a glob that matches nothing', () => at('*.nothing'), 'glob-without-match'],
  ])('%s', async (_, path, code) => {
    const found = await read([path()])
    expect(found.reports).toEqual([])
    expect(codes(found)).toEqual([code])
    expect(meansLoss(code)).toBe(true)
  })

  it('a line of JSON lines larger than the limit, and the lines around it', async () => {
    const lines = [
      JSON.stringify({ text: TEXT }),
      JSON.stringify({ text: 'x '.repeat(90_000) }),
      JSON.stringify({ text: `${TEXT} b` }),
    ]
    const found = await read([put('bad/large.jsonl', lines.join('\n'))], { maxBytes: 100_000 })
    expect(found.reports).toHaveLength(2)
    expect(found.notices[0]).toMatchObject({
      code: 'too-large',
      path: expect.stringContaining('large.jsonl#2'),
    })
  })

  it('no path at all is the caller’s mistake', async () => {
    const thrown = await read([]).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Problem)
    expect(thrown).toMatchObject({ code: 'no-paths', exit: 2 })
  })
})
