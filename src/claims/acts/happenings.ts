// In: a scene and the words table happenings. Out: events told by what happens to a thing, whoever does it: a shutdown, a strike, a bill.
import type { Lexicon } from '../../language/lexicon.ts'
import type { Ref } from '../../model/index.ts'
import type { Found, Scene } from '../scene.ts'
import { actorsAt, refsAt } from './actors.ts'
import { ploverAsTold } from './plover-root.ts'

/** One row of `happenings`: its nouns as subject, object or either of its verbs; "shut_down" is a verb with its particle. */
interface Happening {
  readonly nouns: ReadonlySet<string>
  readonly particle: string
  readonly as: string
  readonly type: string
  readonly plover: string
}

const known = new WeakMap<Lexicon, ReadonlyMap<string, readonly Happening[]>>()

function rowsOf(lexicon: Lexicon): ReadonlyMap<string, readonly Happening[]> {
  const done = known.get(lexicon)
  if (done) return done
  const rows = new Map<string, Happening[]>()
  for (const row of lexicon.table('happenings'))
    for (const word of (row.verb ?? '').split(' ')) {
      const [verb = '', particle = ''] = word.split('_')
      const one = {
        nouns: new Set((row.noun ?? '').split(' ')),
        particle,
        as: row.as ?? 'either',
        type: row.type ?? '',
        plover: row.plover ?? '',
      }
      rows.set(verb, [...(rows.get(verb) ?? []), one])
    }
  known.set(lexicon, rows)
  return rows
}

/** Events of things ("the shutdown began", "the bill failed", "dockers walked off"); `taken` are verbs told already. */
export function findHappenings(scene: Scene, taken: ReadonlySet<number>): Found[] {
  const rows = rowsOf(scene.lexicon)
  const { tokens } = scene.doc
  const found: Found[] = []
  for (let verb = 0; verb < tokens.count; verb++) {
    const here = rows.get(tokens.lemma[verb]!)
    if (!here || taken.has(verb) || !scene.grammar.isVerb(verb)) continue
    for (const row of here) {
      const one = happeningAt(scene, verb, row)
      if (!one) continue
      found.push(one)
      break
    }
  }
  return found
}

function happeningAt(scene: Scene, verb: number, row: Happening): Found | undefined {
  const { grammar, fillers, doc } = scene
  if (row.particle !== '' && !hasParticle(scene, verb, row.particle)) return undefined
  const isOne = (token: number) => row.nouns.has(doc.tokens.lemma[token]!)
  const passive = grammar.isPassive(verb)
  const subjects = grammar.subjects(verb)
  const objects = grammar.objects(verb)
  const asSubject = row.as !== 'object' && !passive ? subjects.find(isOne) : undefined
  const asObject = row.as !== 'subject' ? objects.find(isOne) : undefined
  const thing = asObject ?? asSubject
  if (thing === undefined) return undefined
  const { polarity, modality } = scene.epistemics(verb)
  if (modality === 'hypothetical' || isPurpose(scene, verb) || isAsked(scene, verb)) return undefined
  const doers = asObject === undefined ? [] : subjects.flatMap((token) => actorsAt(scene, token))
  const actor: Ref[] = refsAt(scene, doers)
  const object = fillers.phrase(thing, 'short')
  return {
    kind: 'act',
    trigger: verb,
    foundBy: 'act/happening@1',
    body: {
      type: row.type,
      ...(row.plover === '' ? {} : { plover: ploverAsTold(row.plover, polarity, modality) }),
      actor,
      recipient: [],
      object,
    },
    days: scene.days([verb, thing]),
    roles: { object: { start: object.start, end: object.end } },
  }
}

const hasParticle = (scene: Scene, verb: number, particle: string): boolean =>
  scene.doc.tokens.lower[verb + 1] === particle ||
  scene.grammar
    .dependents(verb, 'compound:prt', 'advmod', 'obj')
    .some((child) => scene.doc.tokens.lower[child] === particle) ||
  scene.grammar.obliques(verb, particle).length > 0

/** "a plan to reopen the ports": what is meant to happen has not. */
const isPurpose = (scene: Scene, verb: number): boolean =>
  scene.grammar.dependents(verb, 'mark').some((mark) => scene.doc.tokens.lower[mark] === 'to')

const isAsked = (scene: Scene, token: number): boolean => {
  const sentence = scene.doc.sents[scene.sentenceOf(token)]!
  return scene.doc.tokens.form[sentence.last - 1] === '?'
}
