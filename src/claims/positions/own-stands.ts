// In: who takes a stand. Out: whether it is that of his own, not of the state he belongs to.
import type { Doc, Quotation } from '../../language/doc.ts'
import { nameWordsOf } from '../../language/names/words.ts'
import { isPoliticalParty, type Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/** Offices whose holders speak for themselves or their voters. */
const ELECTED: ReadonlySet<string> = new Set(['legislator', 'party', 'judge'])

/** Stands among the kinds of somebody who leads a party or a chamber: he speaks for it. */
const LEADS = 'leads'

/** Bodies that decide for themselves what they want. */
const BODY =
  /\b(?:party|congress|parliament|senate|house|assembly|caucus|court|union|chamber|democrats?|republicans?)\b/i

/**
 * A lawmaker, a party, a chamber takes its own stand: what a senator wants his country may not. Who leads a party or a
 * chamber speaks for that; holders of another office beside it ("Vice President and former senator") speak for the state.
 */
export function standsForItself(scene: Scene, { id, name }: Ref): boolean {
  if (id.startsWith('org:')) return BODY.test(name) && !/^white house$/i.test(name)
  if (!id.startsWith('person:')) return false
  const side = scene.fillers.sideOf({ id, name })
  const kinds = officesIn(scene).get(id)
  // "Susan Lind, an Ohio Republican": a member speaks for the party no more than for the state.
  if (!kinds) return side !== undefined && isPoliticalParty(side)
  const speaksForBody = kinds.has(LEADS) && side?.id.startsWith('org:')
  return !speaksForBody && [...kinds].every((kind) => kind === LEADS || ELECTED.has(kind))
}

/** Who watches for a living: what they tell of a party no opponent tells. */
const WATCHING =
  /\b(?:economist|strategist|analyst|professor|fellow|researcher|scholar|expert|historian|lawyer|attorney|lecturer|academic|scientist|consultant)s?\b/i

/** Several of them without a name: "analysts said". */
const WATCHERS = /\b(?:critic|observer|commentator|watcher)s?\b/i

/** Whether those who watch for a living tell something, by name or not. */
export const isByWatchers = (scene: Scene, { source, speakers }: Quotation): boolean =>
  speakers.some((id) => isWatcher(scene, id)) ||
  source.some(({ start, end }) => {
    const who = scene.doc.text.slice(start, end)
    return WATCHING.test(who) || WATCHERS.test(who)
  })

/** Whether a person is told by nothing but titles of those who watch for a living. */
function isWatcher({ doc }: Scene, person: string): boolean {
  const titles = doc.names.flatMap(({ id, title }) => (id === person && title ? [title] : []))
  return titles.length > 0 && titles.every((title) => WATCHING.test(title))
}

/** Whether a speaker has a side of his own in the matter: a state, a party, a union; no professor, analyst or think tank. */
export function hasSide(scene: Scene, ref: Ref): boolean {
  const side = scene.fillers.sideOf(ref)
  if (isWatcher(scene, ref.id)) return false
  if (standsForItself(scene, ref)) return true
  if (side === undefined || !side.id.startsWith('org:') || !ref.id.startsWith('person:'))
    return side !== undefined
  return BODY.test(side.name) || scene.doc.names.some(({ id, title }) => id === ref.id && title)
}

const known = new WeakMap<Doc, ReadonlyMap<string, ReadonlySet<string>>>()

/** Kinds of the offices that a report gives each person. */
function officesIn({ doc, lexicon }: Scene): ReadonlyMap<string, ReadonlySet<string>> {
  const done = known.get(doc)
  if (done) return done
  const { offices } = nameWordsOf(lexicon)
  const kinds = new Map<string, Set<string>>()
  for (const { id, title } of doc.names) {
    if (!title) continue
    const kind = offices.get(title.toLowerCase())?.kind ?? ''
    const own = (kinds.get(id) ?? new Set()).add(kind)
    kinds.set(id, /\b(?:leader|speaker|whip)\b/i.test(title) ? own.add(LEADS) : own)
  }
  known.set(doc, kinds)
  return kinds
}
