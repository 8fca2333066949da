// In: the blocks an extractor found, in order. Out: one text of them, a blank line between, and where each stands in it.
import type { Block, BlockKind } from './blocks.ts'

/** A block as an extractor gives it; `kind` undefined where only its wording can tell what it is. */
export interface LooseBlock {
  readonly text: string
  readonly kind?: BlockKind | undefined
}

/** White space made single, as a browser shows it. */
export const asShown = (text: string): string => text.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim()

/** The text of the blocks that are not empty, and their places in it. */
export function joinBlocks(loose: readonly LooseBlock[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  const texts: string[] = []
  let at = 0
  for (const { text, kind } of loose) {
    const shown = asShown(text)
    if (shown === '') continue
    blocks.push({ start: at, end: at + shown.length, ...(kind === undefined ? {} : { kind }) })
    texts.push(shown)
    at += shown.length + 2
  }
  return { text: texts.join('\n\n'), blocks }
}
