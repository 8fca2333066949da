// In: what was typed. Out: which negotiation a dossier is about, shown, or set as a correction that can be undone.

import { setScope } from '../../dossier/correct.ts'
import { correctionsIn } from '../../dossier/corrections/correction.ts'
import { problem } from '../../problem.ts'
import { countWords } from '../../views/words/value-words.ts'
import { authorOf } from './change-dossier.ts'
import type { Exit } from './command.ts'
import { scopeOf } from './lists.ts'
import { dossierOf, missing } from './open.ts'
import { openDossier } from './open-dossier.ts'
import type { Typed } from './options.ts'
import type { World } from './world.ts'

/** `parley scope [NAME.parley] [--about WORDS] [--name NAME] [--issues FILE]`, or `parley scope proposed`. */
export async function runScope(typed: Typed, world: World): Promise<Exit> {
  const { dossier: path, rest } = dossierOf(typed, world)
  const [word] = rest
  if (word !== undefined && word !== 'proposed')
    throw problem('option-value', {
      option: 'What follows "scope"',
      found: word,
      expected: '"proposed", --about, --name or --issues',
    })
  const scope = word === 'proposed' ? {} : await scopeOf(typed, world)
  const dossier = openDossier(path)
  try {
    if (scope) {
      const { by, reason } = authorOf(typed, world)
      if (by === undefined) throw missing(typed, '--by')
      const { change } = setScope(dossier, scope, { by, ...(reason === undefined ? {} : { reason }) })
      world.out(`${path}: set (change ${change}). To take it back: parley undo ${change}\n`)
    }
    const reader = dossier.store.reader()
    if (!reader) throw problem('empty-dossier', { path })
    const last = correctionsIn(dossier.store).findLast(({ kind }) => kind === 'scope')
    const set = last?.scope !== undefined && Object.keys(last.scope).length > 0
    const { negotiation } = reader
    const lines = [
      `Negotiation: ${negotiation.name} (${set ? `set by ${last.by}` : 'proposed from the record'})`,
      `Parties: ${negotiation.parties.map(({ id, name }) => `${name} (${id})`).join(', ') || 'none'}`,
      ...(set && last.scope?.about ? [`About: ${last.scope.about.join(', ')}`] : []),
      `Issues: ${
        reader
          .issues()
          .map(({ name, entries }) => `${name} (${entries})`)
          .join(', ') || 'none'
      }`,
      `Aside: ${countWords(reader.counts().aside, 'entry')}`,
    ]
    world.out(`${lines.join('\n')}\n`)
    return 0
  } finally {
    dossier.store.close()
  }
}
