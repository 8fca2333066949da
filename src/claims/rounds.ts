// In: a scene. Out: what the report says of rounds of talks, meetings, calls, summits: where, when, the how-manieth, who sat there.
import type { Delegation, Phrase, Ref, RoundForm } from '../model/index.ts'
import { unique } from './fillers.ts'
import type { Found, Scene } from './scene.ts'

/**
 * Claims from nouns of `round-nouns` (lemma, form, weight) and verbs of `round-verbs` (lemma, form, phase, needs).
 * A meeting counts when the sentence gives two of: place, day, number in a row, two sides.
 */
export function findRounds(scene: Scene): Found[] {
  const nouns = scene.rows('round-nouns')
  const verbs = scene.rows('round-verbs')
  const found: Found[] = []
  const { tokens, sents } = scene.doc
  for (const [number, sentence] of sents.entries()) {
    const triggers: { token: number; form: RoundForm }[] = []
    for (let token = sentence.first; token < sentence.last; token++) {
      const lemma = tokens.lemma[token]!
      const verb = scene.grammar.isVerb(token) ? verbs.get(lemma) : undefined
      const row = verb ?? (scene.grammar.isVerb(token) ? undefined : nouns.get(lemma))
      if (!row) continue
      if (verb?.needs === 'sides' && sidesOf(scene, token).length < 2) continue
      triggers.push({ token, form: (row.form || 'round') as RoundForm })
    }
    // One meeting a sentence and form: the trigger that carries most.
    const best = new Map<string, { claim: Found; weight: number }>()
    for (const { token, form } of triggers) {
      const made = roundAt(scene, token, form)
      if (!made) continue
      const place = (made.claim.body as { about: { place?: Ref } }).about.place?.id ?? ''
      const key = `${form === 'meeting' ? 'round' : form}|${place}`
      const known = best.get(key)
      if (!known || made.weight > known.weight) best.set(key, made)
    }
    for (const { claim } of best.values()) found.push(claim)
    void number
  }
  return found
}

function roundAt(
  scene: Scene,
  trigger: number,
  form: RoundForm,
): { claim: Found; weight: number } | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const event = eventTokens(scene, trigger)
  const place = placeOf(scene, event)
  const days = scene.days(event).filter((day) => day.type !== 'DURATION')
  const ordinal = ordinalOf(scene, trigger)
  const people = peopleOf(scene, event)
  const sides = unique([
    ...sidesOf(scene, trigger),
    ...people.flatMap((one) => (one.party ? [one.party] : [])),
  ])
  const weight =
    (place ? 1 : 0) +
    (days.length > 0 ? 1 : 0) +
    (ordinal === undefined ? 0 : 1) +
    (sides.length >= 2 ? 1 : 0)
  const leaders = form === 'call' || form === 'summit'
  if (weight < 2 && !(leaders && (sides.length >= 2 || days.length > 0 || place))) return undefined
  const delegations: Delegation[] =
    people.length > 0 ? people : sides.map((party) => ({ party, members: [] }))
  for (const party of sides)
    if (!delegations.some((one) => one.party?.id === party.id)) delegations.push({ party, members: [] })
  const epistemics = scene.epistemics(verbOver(scene, trigger))
  const agenda: Phrase[] = ['on', 'over', 'about']
    .flatMap((word) => grammar.obliques(trigger, word))
    .flatMap((token) => grammar.conjuncts(token))
    .filter((token) => !fillers.timeAt(token) && !fillers.place(token))
    .map((token) => fillers.phrase(token, 'short'))
  return {
    weight,
    claim: {
      kind: epistemics.modality === 'ongoing' ? 'state' : 'act',
      trigger,
      foundBy: `round/${form}@1`,
      epistemics,
      body: {
        type: `talks: ${form}`,
        ...(epistemics.modality === 'ongoing'
          ? {}
          : { plover: 'CONSULT', actor: sides.slice(0, 1), recipient: sides.slice(1) }),
        about: {
          thread: 'round',
          form,
          ...(place ? { place } : {}),
          ...(ordinal === undefined ? {} : { ordinal }),
          delegations,
          agenda,
          phase: phaseOf(scene, trigger, epistemics.modality),
        },
      } as Found['body'],
      days,
      roles: { round: { start: tokens.start[trigger]!, end: tokens.end[trigger]! } },
    },
  }
}

/** The trigger, the verbs it hangs on or that hang on it, up to the root of its clause. */
function eventTokens(scene: Scene, trigger: number): number[] {
  const { grammar, doc } = scene
  const tokens = [trigger]
  let at = trigger
  for (let steps = 0; steps < 4; steps++) {
    const relation = doc.tokens.dep[at]!
    const head = doc.tokens.head[at]!
    if (head < 0) break
    const climbs = /^(nsubj|obj|obl|nmod|xcomp|conj|appos)/.test(relation)
    if (!climbs) break
    tokens.push(head)
    at = head
    if (grammar.isVerb(at)) break
  }
  for (const token of [...tokens])
    for (const child of grammar.dependents(token, 'xcomp', 'acl', 'parataxis', 'appos')) tokens.push(child)
  return [...new Set(tokens)]
}

const verbOver = (scene: Scene, trigger: number): number => {
  if (scene.grammar.isVerb(trigger) || scene.doc.stances.has(trigger)) return trigger
  const head = scene.doc.tokens.head[trigger]!
  return head >= 0 && /^(nsubj|obj|obl)/.test(scene.doc.tokens.dep[trigger]!) && scene.grammar.isVerb(head)
    ? head
    : trigger
}

function placeOf(scene: Scene, event: readonly number[]): Ref | undefined {
  const { grammar, fillers } = scene
  for (const token of event)
    for (const preposition of ['in', 'at'])
      for (const one of grammar.obliques(token, preposition)) {
        const name = fillers.nameAt(one)
        if (name?.type === 'place') return { id: name.id, name: name.canonical }
      }
  const [trigger] = event
  if (trigger === undefined) return undefined
  for (const one of grammar.dependents(trigger, 'compound', 'amod', 'nmod:poss')) {
    const name = fillers.nameAt(one)
    if (name?.type === 'place' && name.id.startsWith('place:')) return { id: name.id, name: name.canonical }
  }
  return undefined
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
}

/** "the fourth round", "a third such meeting", "being the fourth round": the number in a row. */
function ordinalOf(scene: Scene, trigger: number): number | undefined {
  const { grammar, doc } = scene
  const near = [trigger, ...grammar.dependents(trigger, 'appos', 'acl', 'advcl', 'nmod', 'xcomp', 'obj')]
  for (const noun of near) {
    const lemma = doc.tokens.lemma[noun]!
    if (noun !== trigger && !scene.rows('round-nouns').has(lemma) && lemma !== 'round') continue
    for (const child of grammar.dependents(noun, 'amod', 'compound', 'nummod')) {
      const lower = doc.tokens.lower[child]!
      const number =
        ORDINALS[lower] ?? (/^\d{1,2}(st|nd|rd|th)$/.test(lower) ? Number.parseInt(lower, 10) : undefined)
      if (number !== undefined) return number
    }
  }
  return undefined
}

/** Parties that meet: "between A and B", "A and B meet", "A meets with B", "US–China talks". */
function sidesOf(scene: Scene, trigger: number): Ref[] {
  const { grammar, fillers } = scene
  const heads = grammar.isVerb(trigger)
    ? [...grammar.subjects(trigger), ...grammar.objects(trigger), ...grammar.obliques(trigger, 'with')]
    : [
        ...grammar.obliques(trigger, 'between'),
        ...grammar.obliques(trigger, 'with'),
        ...grammar.obliques(trigger, 'of'),
        ...grammar.dependents(trigger, 'compound', 'amod', 'nmod:poss'),
        ...carriers(scene, trigger),
      ]
  return unique(
    heads
      .flatMap((token) => fillers.parties(token))
      .flatMap((ref) => {
        const side = fillers.sideOf(ref)
        return side ? [side] : []
      }),
  )
}

/** Subjects of the verb that holds the talks: "the ministers held talks". */
function carriers(scene: Scene, noun: number): number[] {
  const head = scene.doc.tokens.head[noun]!
  if (head < 0 || !/^(obj|obl)/.test(scene.doc.tokens.dep[noun]!) || !scene.grammar.isVerb(head)) return []
  return scene.grammar.subjects(head)
}

/** People who sit there: those named as doers, partners and leaders of delegations, by side. */
function peopleOf(scene: Scene, event: readonly number[]): Delegation[] {
  const { grammar, fillers, doc } = scene
  const heads = new Map<number, boolean>()
  for (const token of event) {
    const lists = grammar.isVerb(token)
      ? [...grammar.subjects(token), ...grammar.objects(token), ...grammar.obliques(token, 'with')]
      : [
          ...grammar.obliques(token, 'between'),
          ...grammar.obliques(token, 'with'),
          ...grammar.dependents(token, 'nmod:poss'),
        ]
    for (const head of lists)
      for (const one of grammar.conjuncts(head)) {
        heads.set(one, false)
        // "delegations led by A and B"
        for (const clause of grammar.dependents(one, 'acl'))
          if (doc.tokens.lemma[clause] === 'lead' || doc.tokens.lemma[clause] === 'head')
            for (const leader of grammar.obliques(clause, 'by'))
              for (const name of grammar.conjuncts(leader)) heads.set(name, true)
      }
  }
  const delegations: { party?: Ref; members: { person: Ref; office?: string; head?: boolean }[] }[] = []
  for (const [token, head] of heads) {
    const name = fillers.nameAt(token)
    if (name?.type !== 'person') continue
    const person = { id: name.id, name: name.canonical }
    const party = fillers.sideOf(person)
    const known = delegations.find((one) => one.party?.id === party?.id)
    const member = { person, ...(name.title ? { office: name.title } : {}), ...(head ? { head } : {}) }
    if (known) {
      if (!known.members.some((one) => one.person.id === person.id)) known.members.push(member)
    } else delegations.push({ ...(party ? { party } : {}), members: [member] })
  }
  return delegations
}

function phaseOf(scene: Scene, trigger: number, modality: string) {
  const head = scene.doc.tokens.head[trigger]!
  const verbs = scene.rows('round-phases')
  const row =
    verbs.get(scene.doc.tokens.lemma[trigger]!) ??
    (head >= 0 ? verbs.get(scene.doc.tokens.lemma[head]!) : undefined)
  if (
    modality === 'planned' ||
    modality === 'expected' ||
    modality === 'possible' ||
    modality === 'conditional'
  )
    return 'planned'
  if (row?.phase) return row.phase
  return modality === 'ongoing' ? 'in session' : 'held'
}
