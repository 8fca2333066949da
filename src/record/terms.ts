// In: the entries of a record. Out: the same with agreements and their commitments tied: terms, each side's account, what was kept.

import { type Entry, type EntryOf, type Evidence, isActual, type Ref, voicesIn } from '../model/index.ts'
import { addTo, byEachKey } from './group.ts'
import { likeness, wordsOf } from './words.ts'

type Agreement = EntryOf<'agreement'>
type Commitment = EntryOf<'commitment'>
type Act = EntryOf<'act'>

/** Characters after a sentence on an agreement within which a promise of its sides is taken to belong to it. */
const NEAR = 1000
/** A deal that is only proposed, or was turned down, has no terms yet. */
const WITHOUT_TERMS: ReadonlySet<string> = new Set(['proposed', 'rejected'])

/**
 * Ties each commitment to the agreement it is under: the one it names, else one of the same sides told in its sentence
 * or shortly before it. A commitment is met where a later act of the same party does what was promised.
 * @param sides the side that a person or office speaks for, by id
 */
export function linkTerms(entries: readonly Entry[], sides: ReadonlyMap<string, string>): Entry[] {
  const agreements = entries.filter(
    (entry): entry is Agreement => entry.kind === 'agreement' && isReal(entry),
  )
  const commitments = entries.filter((entry): entry is Commitment => entry.kind === 'commitment')
  const acts = entries.filter((entry): entry is Act => entry.kind === 'act' && entry.polarity === 'affirmed')
  const between = byEachKey(agreements, ({ body }) => body.between.map(({ id }) => id))
  const done = byEachKey(acts, doneKeys)
  const told = byEachKey(agreements, ({ evidence }) => evidence.map(({ report }) => report))
  const home = new Map<string, Agreement>()
  const terms = new Map<string, Commitment[]>()
  for (const one of commitments) {
    const [by] = one.body.by
    const beside = [...new Set(one.evidence.flatMap(({ report }) => told.get(report) ?? []))]
    // What it does not name it can only be near to; what is put on nobody is told beside its agreement.
    const own = one.body.under === undefined || !by ? beside : (between.get(by.id) ?? [])
    const found = agreementOf(one, own, NAMED_OR_NEAR) ?? agreementOf(one, beside, NAMED_AND_NEAR)
    if (!found) continue
    home.set(one.id, found)
    addTo(terms, found.id, one)
  }
  return entries.map((entry): Entry => {
    if (entry.kind === 'agreement') {
      const own = terms.get(entry.id) ?? []
      const accounts = accountsOf(entry, own, sides)
      return { ...entry, body: { ...entry.body, terms: own.map(({ id }) => id).sort(), accounts } }
    }
    if (entry.kind !== 'commitment') return entry
    const under = home.get(entry.id)?.body.name ?? entry.body.under
    const own = done.get(promisedKey(entry)) ?? []
    const met = entry.body.status === 'open' && own.some((act) => keeps(act, entry))
    return {
      ...entry,
      body: {
        ...entry.body,
        ...(under === undefined ? {} : { under }),
        ...(met ? { status: 'met' as const } : {}),
      },
    }
  })
}

/** What an act can keep: something promised by one of those who act, or by nobody named, with a word of what it is done to. */
export const doneKeys = ({ body }: Act): string[] => {
  const words = wordsOf(body.object ?? '')
  return ['', ...body.actor.map(({ id }) => id)].flatMap((id) => words.map((word) => `${id}|${word}`))
}

/** What would keep a promise: by whom, and the word of what it is done to. */
export const promisedKey = ({ body }: Commitment): string =>
  `${body.by[0]?.id ?? ''}|${wordsOf(body.what)[1] ?? ''}`

const isReal = ({ body, polarity }: Agreement) => polarity === 'affirmed' && !WITHOUT_TERMS.has(body.stage)

/** How a commitment is tied: one of the agreement's sides by name or nearness; others ("the United Nations will monitor it") by both. */
const NAMED_OR_NEAR = false
const NAMED_AND_NEAR = true

function agreementOf(
  one: Commitment,
  agreements: readonly Agreement[],
  both: boolean,
): Agreement | undefined {
  const by = one.body.by.map(({ id }) => id)
  const ranked = agreements.flatMap((agreement) => {
    const { between, name } = agreement.body
    if (!both && !by.every((id) => between.some((ref) => ref.id === id))) return []
    const named = one.body.under !== undefined && likeness(wordsOf(one.body.under), wordsOf(name)) >= 0.5
    let distance = Number.POSITIVE_INFINITY
    for (const own of one.evidence)
      for (const other of agreement.evidence) distance = Math.min(distance, gap(other, own))
    // "The deal" further on is the one told of last.
    const near = distance <= (isAnyName(one.body.under) ? Number.MAX_SAFE_INTEGER : NEAR)
    return (both ? named && near : named || near) ? [{ agreement, rank: named ? -1 : distance }] : []
  })
  return ranked.sort((a, b) => a.rank - b.rank || (a.agreement.id < b.agreement.id ? -1 : 1))[0]?.agreement
}

/** "The deal", "this accord": what any agreement is called. */
const isAnyName = (under: string | undefined): boolean =>
  under !== undefined &&
  /^(?:the|this|that) (?:deal|agreement|accord|pact|truce|ceasefire|treaty|settlement)$/i.test(under)

/** Characters from the end of one sentence to the start of another after it in the same report; infinite otherwise. */
function gap(first: Evidence, then: Evidence): number {
  const [from, to] = [first.spans[0], then.spans[0]]
  if (first.report !== then.report || !from || !to || !isActual(first.modality))
    return Number.POSITIVE_INFINITY
  if (from.start === to.start) return 0
  return to.start >= from.end ? to.start - from.end : Number.POSITIVE_INFINITY
}

/** What each side itself says of the agreement, from sentences attributed to it. */
function accountsOf(
  { body, evidence }: Agreement,
  terms: readonly Commitment[],
  sides: ReadonlyMap<string, string>,
): Agreement['body']['accounts'] {
  const accounts = new Map<string, Agreement['body']['accounts'][number]>()
  for (const told of [...evidence, ...terms.flatMap((term) => term.evidence)]) {
    // Of a deal that is hoped for there is nothing to give an account of.
    if (!isActual(told.modality)) continue
    const [speakers = ''] = told.according
    for (const speaker of voicesIn(speakers)) {
      const by = sideIn(body.between, sides.get(speaker) ?? speaker)
      if (by) accounts.set(`${told.id} ${by.id}`, { by, content: told.quote, evidence: told.id })
    }
  }
  return [...accounts.keys()].sort().map((id) => accounts.get(id)!)
}

const sideIn = (between: readonly Ref[], id: string): Ref | undefined => between.find((ref) => ref.id === id)

/** Whether an act is what was promised: by the same party, told later, with the promise's verb and all it is done to. */
function keeps(act: Act, { body, known }: Commitment): boolean {
  const [verb, ...rest] = wordsOf(body.what)
  if (!verb || rest.length === 0 || !isActual(act.modality)) return false
  if (!body.by.every(({ id }) => act.body.actor.some((ref) => ref.id === id))) return false
  const later = act.body.on?.earliest ?? act.known.earliest
  if (later === undefined || known.latest === undefined || later <= known.latest) return false
  const object = wordsOf(act.body.object ?? '')
  return rest.every((word) => object.includes(word)) && act.evidence.some(({ quote }) => says(quote, verb))
}

/** The verb in any of its forms, by its stem: "reopen", "reopened". */
const says = (quote: string, verb: string): boolean =>
  wordsOf(quote).some((word) => word.startsWith(verb.length > 4 ? verb.slice(0, -1) : verb))
