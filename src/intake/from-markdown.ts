// In: a Markdown text, with or without YAML front matter. Out: its report; the text is what a reader of the page would see.
import type { Node } from 'commonmark'
import type { Notice } from '../model/index.ts'
import { notice } from '../problem.ts'
import { metadataOf } from './fields.ts'
import type { Decoded } from './from-text.ts'
import { hashOf } from './identity.ts'
import { joinBlocks, type LooseBlock } from './joined-blocks.ts'
import { type Intake, makeReport } from './make-report.ts'

/** The report of a Markdown text (CommonMark 0.31); front matter says what it says about it. */
export async function reportFromMarkdown(input: Decoded): Promise<Intake> {
  const { path } = input
  const whole = input.text.startsWith('\uFEFF') ? input.text.slice(1) : input.text
  if (whole.trim() === '') return { reports: [], notices: [notice('empty-file', { path })] }
  const { front, body } = splitFrontMatter(whole)
  const { fields, notices } = await readFrontMatter(front, path)
  const { metadata, notices: misfits } = metadataOf(fields, path)
  notices.push(...misfits)
  const { Parser } = await import('commonmark')
  const { text, blocks } = joinBlocks(markdownBlocks(new Parser().parse(body)))
  if (text === '') return { reports: [], notices: [...notices, notice('empty-file', { path })] }
  const url = metadata.url ?? input.url
  const made = await makeReport({
    path,
    text,
    blocks,
    metadata: url === undefined ? metadata : { ...metadata, url },
    source: {
      mediaType: 'text/markdown',
      sha256: input.sha256 ?? hashOf(input.text),
      extractor: 'markdown@1',
    },
  })
  return { reports: made.reports, notices: [...notices, ...made.notices] }
}

function splitFrontMatter(text: string): { front?: string; body: string } {
  if (!/^---[ \t]*\r?\n/.test(text)) return { body: text }
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)
  return end
    ? {
        front: text.slice(text.indexOf('\n') + 1, end.index + 1),
        body: text.slice(end.index + end[0].length),
      }
    : { body: text }
}

async function readFrontMatter(
  front: string | undefined,
  path: string,
): Promise<{ fields: Record<string, unknown>; notices: Notice[] }> {
  if (front === undefined || front.trim() === '') return { fields: {}, notices: [] }
  const { parse } = await import('yaml')
  try {
    const value: unknown = parse(front, { maxAliasCount: 100 })
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { fields: value as Record<string, unknown>, notices: [] }
    return { fields: {}, notices: [notice('front-matter-broken', { path, why: 'no fields in it' })] }
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    return { fields: {}, notices: [notice('front-matter-broken', { path, why })] }
  }
}

/** Text between tags; what is no tag stays. */
function withoutTags(html: string): string {
  let text = ''
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    const close = open < 0 ? -1 : html.indexOf('>', open)
    if (close < 0) return text + html.slice(at)
    text += `${html.slice(at, open)} `
    at = close + 1
  }
}

/** The blocks of a Markdown document in order. A hard line break ends a block, a soft one is a space. */
function markdownBlocks(document: Node): LooseBlock[] {
  const blocks: LooseBlock[] = []
  let parts: string[] = []
  let inItem = 0
  let inImage = 0
  const flush = (kind?: LooseBlock['kind']) => {
    blocks.push({ text: parts.join(''), kind })
    parts = []
  }
  const walker = document.walker()
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step
    const literal = node.literal ?? ''
    switch (node.type) {
      case 'text':
      case 'code':
        if (inImage === 0) parts.push(literal)
        break
      case 'html_inline':
        if (/^<br\b/i.test(literal)) parts.push(' ')
        break
      case 'softbreak':
        parts.push(' ')
        break
      case 'image':
        inImage += entering ? 1 : -1
        break
      case 'item':
        inItem += entering ? 1 : -1
        break
      case 'linebreak':
        flush(inItem > 0 ? 'item' : undefined)
        break
      case 'paragraph':
        if (!entering) flush(inItem > 0 ? 'item' : undefined)
        break
      case 'heading':
        if (!entering) flush('heading')
        break
      case 'code_block':
        parts.push(literal)
        flush()
        break
      case 'html_block':
        parts.push(withoutTags(literal))
        flush()
        break
      default:
        break
    }
  }
  return blocks
}
