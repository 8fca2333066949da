// In: an HTML page. Out: the report of its article; the rest of the page stays in the text as furniture.
import { Readability } from '@mozilla/readability'
import { notice } from '../problem.ts'
import { blocksOf } from './blocks.ts'
import type { Decoded } from './from-text.ts'
import { hashOf } from './identity.ts'
import { joinBlocks, type LooseBlock } from './joined-blocks.ts'
import { type Intake, makeReport } from './make-report.ts'
import { type Metadata, NO_METADATA } from './metadata.ts'
import { type Page, type PageElement, parsePage } from './page.ts'
import { isLargerThan, type PageBlock, pageBlocks } from './page-blocks.ts'
import { pageMetadata } from './page-metadata.ts'

/** A page larger or deeper than this is read as a whole: Readability would take too long over it. */
const MOST_NODES = 150_000
const MOST_LEVELS = 150
/** A page with fewer words of running text holds no article. */
const FEWEST_WORDS = 20
const EXTRACTOR = 'html@1'

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const wordsIn = (text: string) => text.split(' ').length
const isProse = (text: string) => wordsIn(text) >= 6 && /[.!?…]["'”’»)\]]*$/.test(text)
const proseWords = (blocks: readonly LooseBlock[]) =>
  blocks.reduce((sum, block) => sum + (isProse(block.text) ? wordsIn(block.text) : 0), 0)

/** The report of a page's article. A page without one gives the notice `no-article`. */
export async function reportFromHtml(input: Decoded): Promise<Intake> {
  const { path } = input
  if (input.text.trim() === '') return { reports: [], notices: [notice('empty-file', { path })] }
  const page = parsePage(input.text)
  const { metadata, articleBody } = pageMetadata(page, path)
  const whole = page.body ? pageBlocks(page.body) : []
  const article = articleBlocks(page, whole)
  const blocks = withFurniture(whole, article, metadata.title)
  if (articleBody !== undefined && wordsIn(articleBody) > proseWords(article) * 1.5 + FEWEST_WORDS)
    return fromArticleBody(articleBody, input, metadata)
  if (proseWords(article) < FEWEST_WORDS || linkShare(article) > 0.5)
    return { reports: [], notices: [notice('no-article', { path })] }
  return report(blocks, input, metadata)
}

/** The report of a piece of HTML that is an article and nothing else, as APIs give it. */
export async function reportFromHtmlBody(input: Decoded, metadata: Metadata = NO_METADATA): Promise<Intake> {
  const { path } = input
  const { body } = parsePage(input.text)
  const blocks = body ? pageBlocks(body) : []
  if (blocks.length === 0) return { reports: [], notices: [notice('no-article', { path })] }
  return report(blocks, input, metadata)
}

function report(loose: readonly LooseBlock[], input: Decoded, metadata: Metadata): Promise<Intake> {
  const { text, blocks } = joinBlocks(loose)
  const source = { mediaType: 'text/html', sha256: input.sha256 ?? hashOf(input.text), extractor: EXTRACTOR }
  const url = metadata.url ?? input.url
  return makeReport({
    path: input.path,
    text,
    blocks,
    metadata: url === undefined ? metadata : { ...metadata, url },
    source,
  })
}

function fromArticleBody(body: string, input: Decoded, metadata: Metadata): Promise<Intake> {
  const title: LooseBlock[] = metadata.title === undefined ? [] : [{ text: metadata.title, kind: 'title' }]
  const loose = blocksOf(body).map(({ start, end }) => ({ text: body.slice(start, end) }))
  return report([...title, ...loose], input, metadata)
}

/** The blocks Mozilla's Readability takes for the article; all blocks where the page is too large or too deep for it. */
function articleBlocks(page: Page, whole: readonly PageBlock[]): readonly PageBlock[] {
  if (!page.documentElement) return whole
  if (isLargerThan(page.documentElement, MOST_LEVELS, MOST_NODES)) return whole
  const reader = new Readability<PageElement>(page as never, {
    serializer: (element) => element as unknown as PageElement,
  })
  const content = reader.parse()?.content
  return content ? pageBlocks(content) : []
}

function linkShare(blocks: readonly PageBlock[]): number {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  return total === 0 ? 0 : blocks.reduce((sum, block) => sum + block.linked, 0) / total
}

/**
 * All blocks of the page in order, those outside the article marked as furniture. Where the article's blocks are not
 * found again on the page, the article alone.
 */
function withFurniture(
  whole: readonly PageBlock[],
  article: readonly PageBlock[],
  title: string | undefined,
): LooseBlock[] {
  const byBeginning = new Map<string, number>()
  for (const block of article) {
    const key = beginning(block.text)
    byBeginning.set(key, (byBeginning.get(key) ?? 0) + 1)
  }
  const titled = title === undefined ? '' : letters(title)
  let found = 0
  let hasTitle = false
  const blocks = whole.map((block): LooseBlock => {
    const key = beginning(block.text)
    const left = byBeginning.get(key) ?? 0
    if (!hasTitle && titled !== '' && letters(block.text) === titled && block.kind === 'heading') {
      hasTitle = true
      return { text: block.text, kind: 'title' }
    }
    if (left === 0) return { text: block.text, kind: 'furniture' }
    byBeginning.set(key, left - 1)
    found += 1
    return asRead(block)
  })
  const start: LooseBlock[] = hasTitle || title === undefined ? [] : [{ text: title, kind: 'title' }]
  return [...start, ...(found >= article.length * 0.9 ? blocks : article.map(asRead))]
}

const beginning = (text: string) => letters(text.slice(0, 200)).slice(0, 80)

/** A short bold line set as a paragraph may be a heading: its wording decides. */
const asRead = ({ text, kind }: PageBlock): LooseBlock =>
  kind === 'paragraph' && wordsIn(text) <= 12 && !isProse(text) ? { text } : { text, kind }
