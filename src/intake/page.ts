// In: HTML. Out: its tree, through the few members of it that are used here (linkedom; no browser's types).
import { parseHTML } from 'linkedom/worker'

export interface PageNode {
  readonly nodeType: number
  readonly localName?: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export interface Page extends PageElement {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
}

/** The tree of a page; a fragment without `html` is given one. */
export function parsePage(html: string): Page {
  // A "<" that begins no tag is text; the parser would make a node of each, so a run of them becomes one.
  const clean = html.replace(/<+(?![a-z/!?<])/gi, '&lt;')
  const isWhole = /<html[\s>]/i.test(clean.slice(0, 5000))
  const whole = isWhole ? clean : `<!doctype html><html><body>${clean}</body></html>`
  return parseHTML(whole).document as unknown as Page
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1
export const isText = (node: PageNode): boolean => node.nodeType === 3
