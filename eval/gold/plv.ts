// In: PLV's sentences. Out: sentences with marked source and target and the PLOVER root between them.
import { createHash } from 'node:crypto'
import type { Range } from '#parley/model/range.ts'
import { readText } from '../data.ts'
import type { Side } from '../split.ts'
import { readMarkedText } from './marked-text.ts'

export interface RootedSentence {
  readonly name: string
  readonly text: string
  readonly source: Range
  readonly target: Range
  readonly root: string
}

/** PLV (Hu et al. 2022), its train part, the gold root of PLOVER; split by sha1 of the sentence's number. */
export function plv(side: Side): RootedSentence[] {
  const [head, ...lines] = readText('events/PLV_train.tsv').split('\n')
  const column = (name: string) => head!.trimEnd().split('\t').indexOf(name)
  const at = { id: column('sentence_id'), marked: column('marked_sentence'), root: column('gold_root') }
  return lines.flatMap((line) => {
    const cells = line.split('\t')
    const name = cells[at.id]
    if (name === undefined || name === '') return []
    if (createHash('sha1').update(name).digest('hex').charAt(0) < 'c' !== (side === 'work')) return []
    const { text, marks } = readMarkedText(cells[at.marked]!)
    const source = marks.find(({ tag }) => tag === 's')
    const target = marks.find(({ tag }) => tag === 't')
    if (source === undefined || target === undefined) return []
    return [{ name, text, source, target, root: cells[at.root]! }]
  })
}
