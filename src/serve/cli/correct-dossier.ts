// In: what was typed. Out: a correction or a mark in a dossier, and one line that says so.
import { CORRECTION_WORDS, checkEntry, correctEntry } from '../../dossier/correct.ts'
import { problem } from '../../problem.ts'
import { signedBy } from './change-dossier.ts'
import type { Exit } from './command.ts'
import { dossierOf, missing } from './open.ts'
import { inDossier } from './open-dossier.ts'
import type { Typed } from './options.ts'
import type { World } from './world.ts'

const KINDS = Object.keys(CORRECTION_WORDS) as (keyof typeof CORRECTION_WORDS)[]

/** `parley correct ID KIND …` */
export async function runCorrect(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  const [id, typedKind, ...words] = rest
  if (id === undefined || typedKind === undefined)
    throw missing(typed, id === undefined ? 'id' : `kind of correction (${KINDS.join(', ')})`)
  const kind = KINDS.find((one) => one === typedKind)
  if (!kind)
    throw problem('option-value', {
      option: 'The correction',
      found: typedKind,
      expected: KINDS.map((one) => `${one} ${CORRECTION_WORDS[one]}`.trim()).join(', '),
    })
  const author = signedBy(typed, world)
  if (author.reason === undefined && kind !== 'note') throw missing(typed, '--reason')
  const { entry, change } = await inDossier(path, (dossier) => correctEntry(dossier, id, kind, words, author))
  world.out(`${path}: ${entry} corrected (change ${change}). To take it back: parley undo ${change}\n`)
  return 0
}

/** `parley checked ID --by WHO [NOTE]` */
export async function runChecked(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  const [id, ...words] = rest
  if (id === undefined) throw missing(typed, 'id')
  const author = signedBy(typed, world)
  const note = words.length > 0 ? words.join(' ') : undefined
  const { entry, change } = await inDossier(path, (dossier) => checkEntry(dossier, id, note, author))
  world.out(`${path}: ${entry} checked by ${author.by} (change ${change}).\n`)
  return 0
}
