// In: CoNLL-U text. Out: its sentences with words, tags, heads and relations.
import { readFileSync } from 'node:fs'
import { foldForm } from '#parley/language/tokens.ts'

/** A sentence of a treebank. `head` counts from 1, 0 is the root; forms are folded as the reader folds them. */
export interface Tree {
  readonly id: string
  readonly text: string
  readonly newParagraph: boolean
  readonly newDocument: boolean
  readonly form: readonly string[]
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly head: readonly number[]
  readonly dep: readonly string[]
}

/** All sentences of a CoNLL-U file; ranges and empty nodes are left out. */
export function readTreebank(path: string): Tree[] {
  const out: Tree[] = []
  for (const block of readFileSync(path, 'utf8').split(/\n\n+/)) {
    const form: string[] = []
    const lemma: string[] = []
    const upos: string[] = []
    const xpos: string[] = []
    const head: number[] = []
    const dep: string[] = []
    let id = ''
    let text = ''
    let newParagraph = false
    let newDocument = false
    for (const line of block.split('\n')) {
      if (line.startsWith('#')) {
        if (line.startsWith('# sent_id = ')) id = line.slice(12)
        else if (line.startsWith('# text = ')) text = line.slice(9)
        else if (/^# newpar( |$)/.test(line)) newParagraph = true
        else if (line.startsWith('# newdoc')) newDocument = true
        continue
      }
      const cell = line.split('\t')
      if (!/^\d+$/.test(cell[0] ?? '')) continue
      form.push(foldForm(cell[1]!))
      lemma.push(cell[2]!)
      upos.push(cell[3]!)
      xpos.push(cell[4]!)
      head.push(Number(cell[6]))
      dep.push(cell[7]!)
    }
    if (form.length) {
      const lower = form.map((f) => f.toLowerCase())
      out.push({ id, text, newParagraph, newDocument, form, lower, lemma, upos, xpos, head, dep })
    }
  }
  return out
}
