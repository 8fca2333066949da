// In: what was typed. Out: a correction or a mark in a dossier, and one line that says so.
import { CORRECTION_WORDS, checkEntry, correctEntry } from '../../dossier/correct.ts'
import { problem } from '../../problem.ts'
import { authorOf } from './change-dossier.ts'
import type { Exit } from './command.ts'
import { dossierOf, missing } from './open.ts'
import { openDossier } from './open-dossier.ts'
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
  const { by, reason } = authorOf(typed, world)
  if (by === undefined) throw missing(typed, '--by')
  if (reason === undefined && kind !== 'note') throw missing(typed, '--reason')
  const dossier = openDossier(path)
  try {
    const done = correctEntry(dossier, id, kind, words, { by, ...(reason === undefined ? {} : { reason }) })
    world.out(
      `${path}: ${done.entry} corrected (change ${done.change}). To take it back: parley undo ${done.change}\n`,
    )
    return 0
  } finally {
    dossier.store.close()
  }
}

/** `parley checked ID --by WHO [NOTE]` */
export async function runChecked(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  const [id, ...words] = rest
  const { by, reason } = authorOf(typed, world)
  if (id === undefined || by === undefined) throw missing(typed, id === undefined ? 'id' : '--by')
  const dossier = openDossier(path)
  try {
    const done = checkEntry(dossier, id, words.length > 0 ? words.join(' ') : undefined, {
      by,
      ...(reason === undefined ? {} : { reason }),
    })
    world.out(`${path}: ${done.entry} checked by ${by} (change ${done.change}).\n`)
    return 0
  } finally {
    dossier.store.close()
  }
}
