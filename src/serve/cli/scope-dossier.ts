// In: what was typed. Out: which negotiation a dossier is about, shown, or set as a correction that can be undone.

import { setScope } from '../../dossier/correct.ts'
import { correctionsIn } from '../../dossier/corrections/correction.ts'
import { problem } from '../../problem.ts'
import type { Store } from '../../store/store.ts'
import { countWords } from '../../views/words/value-words.ts'
import { signedBy } from './change-dossier.ts'
import type { Exit } from './command.ts'
import { scopeOf } from './lists.ts'
import { dossierOf } from './open.ts'
import { inDossier } from './open-dossier.ts'
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
  await inDossier(path, (dossier) => {
    if (scope) {
      const { change } = setScope(dossier, scope, signedBy(typed, world))
      world.out(`${path}: set (change ${change}). To take it back: parley undo ${change}\n`)
    }
    world.out(`${scopeLines(dossier.store).join('\n')}\n`)
  })
  return 0
}

function scopeLines(store: Store): string[] {
  const reader = store.reader()
  if (!reader) throw problem('empty-dossier', { path: store.where })
  const last = correctionsIn(store).findLast(({ kind }) => kind === 'scope')
  const set = last?.scope !== undefined && Object.keys(last.scope).length > 0
  const { name, parties } = reader.negotiation
  const listed = (items: readonly string[]) => items.join(', ') || 'none'
  return [
    `Negotiation: ${name} (${set ? `set by ${last.by}` : 'proposed from the record'})`,
    `Parties: ${listed(parties.map(({ id, name }) => `${name} (${id})`))}`,
    ...(set && last.scope?.about ? [`About: ${last.scope.about.join(', ')}`] : []),
    `Issues: ${listed(reader.issues().map(({ name, entries }) => `${name} (${entries})`))}`,
    `Aside: ${countWords(reader.counts().aside, 'entry')}`,
  ]
}
