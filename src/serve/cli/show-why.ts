// In: a sentence as typed. Out: the claims made of it, the rules that fired and those that nearly did, printed.
import { loadEngine } from '../../reading/engine.ts'
import { type Why, why } from '../../reading/why.ts'
import type { Exit } from './command.ts'
import { engineOptionsOf } from './lists.ts'
import { missing } from './open.ts'
import type { Typed } from './options.ts'
import type { World } from './world.ts'

/** Reads the sentence by itself and says why Parley makes of it what it does. */
export async function showWhy(typed: Typed, world: World): Promise<Exit> {
  const sentence = typed.positionals.join(' ').trim()
  if (sentence === '') throw missing(typed, 'sentence')
  const found = why(sentence, loadEngine(await engineOptionsOf(typed, world)))
  world.out(typed.format === 'json' ? `${JSON.stringify(found, undefined, 2)}\n` : pageOf(found))
  return 0
}

function pageOf({ claims, fired, nearly }: Why): string {
  const made = claims.map(({ kind, body, evidence }) => {
    const { polarity, modality, foundBy } = evidence
    const type = 'type' in body ? ` ${body.type}` : ''
    return `- ${kind}${type} (${polarity}, ${modality}) by ${foundBy}: ${wordsOf(evidence.roles, evidence)}`
  })
  const rules = fired.map(({ rule, trigger, roles }) => {
    const filled = Object.entries(roles).map(([name, words]) => `${name} "${words}"`)
    return `- ${rule} at "${trigger}": ${filled.join(', ')}`
  })
  const stopped = nearly.map(({ rule, trigger, stoppedBy }) => `- ${rule} at "${trigger}": ${stoppedBy}`)
  return [
    section('Claims', made, 'None: the sentence counts as unread.'),
    section('Rules that fired', rules, 'None.'),
    section('Rules that nearly fired, and what stopped them', stopped, 'None.'),
  ].join('\n')
}

const section = (title: string, lines: readonly string[], none: string): string =>
  `## ${title}\n\n${lines.length > 0 ? lines.join('\n') : none}\n`

/** The words of each role, cut from the sentence. */
const wordsOf = (
  roles: Readonly<Record<string, { start: number; end: number }>>,
  { quote, spans }: { readonly quote: string; readonly spans: readonly { start: number }[] },
): string => {
  const from = spans[0]?.start ?? 0
  return Object.entries(roles)
    .map(([name, { start, end }]) => `${name} "${quote.slice(start - from, end - from)}"`)
    .join(', ')
}
