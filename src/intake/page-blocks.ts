// In: an element of a page. Out: its text in blocks, as a reader sees them: paragraphs, headings, items, captions, rows.
import type { BlockKind } from './blocks.ts'
import { asShown, type LooseBlock } from './joined-blocks.ts'
import { isElement, isText, type PageElement } from './page.ts'

const UNSEEN = new Set(
  'script style noscript template svg math iframe object embed video audio canvas select option datalist textarea input head meta link map area source track'.split(
    ' ',
  ),
)
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture'.split(
    ' ',
  ),
)
const KINDS: Record<string, BlockKind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  p: 'paragraph',
  blockquote: 'paragraph',
  pre: 'paragraph',
  div: 'paragraph',
  section: 'paragraph',
  article: 'paragraph',
  main: 'paragraph',
  li: 'item',
  dd: 'item',
  dt: 'item',
  figcaption: 'caption',
  caption: 'caption',
  tr: 'cell',
}
/** Deeper trees than this are no pages; what lies below is taken as one block. */
const DEEPEST = 400

const isUnseen = (element: PageElement): boolean =>
  UNSEEN.has(element.localName) ||
  element.hasAttribute('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')

/** A block, and how many of its characters stand in links. */
export interface PageBlock extends LooseBlock {
  readonly linked: number
}

/** The blocks of an element in order. */
export function pageBlocks(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = []
  let text = ''
  let linked = 0
  let broken = false
  const flush = (kind: BlockKind | undefined) => {
    const shown = asShown(text)
    if (shown !== '') blocks.push({ text: shown, kind, linked: Math.min(linked, shown.length) })
    text = ''
    linked = 0
    broken = false
  }
  const visit = (element: PageElement, kind: BlockKind | undefined, inLink: boolean, depth: number) => {
    if (depth > DEEPEST) {
      text += element.textContent ?? ''
      return
    }
    for (const node of element.childNodes) {
      if (isText(node)) {
        const own = node.textContent ?? ''
        text += own
        if (broken && own.trim() !== '') broken = false
        if (inLink) linked += asShown(own).length
      } else if (isElement(node) && !isUnseen(node)) {
        const name = node.localName
        if (name === 'br' || name === 'hr') breakLine(name, kind)
        else if (INLINE.has(name)) visit(node, kind, inLink || name === 'a', depth + 1)
        else visitBlock(node, kind, inLink, depth)
      }
    }
  }
  // One <br> goes on the paragraph, two end it.
  const breakLine = (name: string, kind: BlockKind | undefined) => {
    if (name === 'hr' || broken) flush(kind)
    text += ' '
    broken = true
  }
  const visitBlock = (node: PageElement, outer: BlockKind | undefined, inLink: boolean, depth: number) => {
    if ((node.localName === 'td' || node.localName === 'th') && outer === 'cell') {
      if (text.trim() !== '') text += ' | '
      visit(node, 'cell', inLink, depth + 1)
      return
    }
    flush(outer)
    const own = KINDS[node.localName]
    const kind = outer === 'item' || outer === 'caption' || outer === 'heading' ? outer : (own ?? outer)
    visit(node, kind, inLink, depth + 1)
    flush(kind)
  }
  visit(root, KINDS[root.localName], false, 0)
  flush(KINDS[root.localName])
  return blocks
}

/** True where a tree has more levels or more nodes than these. */
export function isLargerThan(root: PageElement, mostLevels: number, mostNodes: number): boolean {
  let nodes = 0
  let level: PageElement[] = [root]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > mostLevels) return true
    const below: PageElement[] = []
    for (const element of level) {
      for (const node of element.childNodes) {
        nodes += 1
        if (nodes > mostNodes) return true
        if (isElement(node)) below.push(node)
      }
    }
    level = below
  }
  return false
}
