// In: a match of a rule card. Out: the find it makes: body by kind and thread, with days and role spans.
import type { AgreementForm, Phrase, Ref } from '../model/index.ts'
import { unique } from './fillers.ts'
import type { Filler, Match } from './rules.ts'
import type { Found, Scene } from './scene.ts'
import { canSpeak, tokenAt } from './statements.ts'

/** The find of a match, or undefined where what the kind requires is missing: Parley abstains rather than guesses. */
export function foundFrom(scene: Scene, match: Match): Found | undefined {
  const { card } = match.rule
  const { modality } = scene.epistemics(match.trigger)
  if (card.unless.some((stop) => stop === modality)) return undefined
  const refs = (role: string): Ref[] => [...(match.roles.get(role)?.refs ?? [])]
  const phrase = (role: string): Phrase | undefined => match.roles.get(role)?.phrases[0]
  const phrases = (role: string): Phrase[] => [...(match.roles.get(role)?.phrases ?? [])]
  const set = (field: string): string | undefined => cell(match, card.set[field])
  const event = [match.trigger, ...[...match.roles.values()].flatMap((filler) => filler.tokens)]
  const common = {
    trigger: match.trigger,
    foundBy: match.rule.name,
    roles: spansOf(scene, match.roles),
  }
  // Whether a person or body is its state's is for the record to say: within one state it is a side of its own.
  const sides = (list: readonly Ref[]) => unique(list)

  switch (card.kind) {
    case 'act': {
      const type = set('type')
      if (type === undefined) return undefined
      const actor = refs('actor')
      const recipient = refs('recipient').filter((ref) => !actor.some((one) => one.id === ref.id))
      const object = phrase('object')
      const inResponseTo = phrase('inResponseTo')
      const place = refs('place')[0]
      const about = threadPart(scene, match, sides)
      if (card.thread && !about) return undefined
      return {
        ...common,
        kind: 'act',
        body: {
          type,
          ...(set('plover') === undefined ? {} : { plover: set('plover')! }),
          actor,
          recipient,
          ...(object ? { object } : {}),
          ...(place ? { place } : {}),
          ...(inResponseTo ? { inResponseTo } : {}),
          ...(about ? { about } : {}),
        },
        days: scene.days([match.trigger]),
      }
    }
    case 'state': {
      const about = threadPart(scene, match, sides)
      const type = set('type')
      return about && type
        ? { ...common, kind: 'state', body: { type, about }, days: scene.days(event) }
        : undefined
    }
    case 'position': {
      const issue = phrase('issue') ?? phrase('content')
      const wanted = phrase('content') ?? issue
      const named = refs('party')[0]
      if (!issue || !wanted || !named || saysLittle(wanted)) return undefined
      const content = wholeOf(scene, match, 'content', wanted)
      if (!content) return undefined
      const party = scene.fillers.sideOf(named) ?? named
      if (isWeakened(scene, match.trigger) || isOpenNoun(scene, match.trigger)) return undefined
      const epistemics = scene.epistemics(match.trigger)
      if (
        epistemics.polarity === 'denied' &&
        !scene.grammar.isVerb(match.trigger) &&
        set('denied') === undefined
      )
        return undefined
      const stance =
        epistemics.polarity === 'denied' ? (set('denied') ?? DENIED[set('stance') ?? '']) : set('stance')
      if (!stance) return undefined
      const telling = toldBy(scene, match.trigger, party, named)
      // A writer's guess ("may concede") is the outlet's expectation, never the party's position.
      if (!telling) return undefined
      const own = telling.toldBy === 'self' || telling.toldBy === 'opponent'
      const told = scene.attributions(match.trigger).length > 0
      if (GUESSED.has(epistemics.modality) && !(own && told)) return undefined
      return {
        ...common,
        kind: 'position',
        // What is not wanted is a stance of its own, not the absence of one.
        epistemics: {
          ...epistemics,
          polarity: 'affirmed',
          // "We would not give it up": a stand taken now, whatever the tense of what it is about.
          modality:
            telling.toldBy === 'self' && epistemics.modality === 'expected' ? 'held' : epistemics.modality,
        },
        body: {
          party: named,
          issue,
          stance: stance as 'demand',
          content: epistemics.polarity === 'denied' ? withDenial(scene, match.trigger, content) : content,
          ...telling,
        },
        days: scene.days([match.trigger]),
      }
    }
    case 'linkage': {
      const from = phrase('from')
      const to = phrase('to')
      const goal = phrase('goal')
      const user = sides(refs('user'))
      const target = sides(refs('target')).filter((ref) => !user.some((one) => one.id === ref.id))
      // What is said to be leverage or pressure without whose, on whom or to what end hangs on nothing.
      if (!from || (!to && !goal && user.length === 0 && target.length === 0)) return undefined
      if (refs('target').length > 0 && target.length === 0) return undefined
      if (match.roles.get('from')?.tokens.includes(match.trigger) && card.set.relation === 'retaliation')
        return undefined
      // "It would tax cod in response to the ban": whether the answer is given, its verb tells.
      const over = scene.grammar.isVerb(match.trigger) ? match.trigger : scene.grammar.governor(match.trigger)
      const told = over >= 0 && scene.grammar.isVerb(over) ? over : match.trigger
      return {
        ...common,
        kind: 'linkage',
        epistemics: scene.epistemics(told),
        body: {
          relation: set('relation') as 'leverage',
          from,
          ...(to ? { to } : {}),
          user,
          target,
          ...(goal ? { goal } : {}),
        },
        days: scene.days([match.trigger]),
      }
    }
    case 'dependency': {
      const on = refs('on')[0]
      const what = phrase('what')
      if (!on || !what) return undefined
      const share = match.roles.get('share')?.value
      return {
        ...common,
        kind: 'dependency',
        body: {
          dependent: sides(refs('dependent')),
          on,
          what,
          ...(share ? { share } : {}),
          affects: phrases('affects'),
        },
        days: scene
          .days([match.trigger])
          .map((day) => (day.role === 'on' ? { ...day, role: 'asOf' as const } : day)),
      }
    }
    case 'figure': {
      const value = match.roles.get('value')?.value
      const measures = phrase('measures')
      if (!value || !measures) return undefined
      const change = set('change')
      return {
        ...common,
        kind: 'figure',
        body: {
          measures,
          value,
          scope: phrases('scope'),
          of: refs('of'),
          ...(change === 'up' || change === 'down' ? { change } : {}),
        },
        days: scene
          .days([match.trigger])
          .map((day) => (day.role === 'on' ? { ...day, role: 'asOf' as const } : day)),
      }
    }
  }
}

const GUESSED: ReadonlySet<string> = new Set(['possible', 'expected', 'hypothetical'])

const LITTLE: ReadonlySet<string> = new Set([
  'to',
  'do',
  'be',
  'so',
  'it',
  'that',
  'this',
  'them',
  'him',
  'her',
  'something',
  'anything',
  'more',
])

/** "Not willing to give it up": a refusal is quoted with its "not". */
function withDenial(scene: Scene, trigger: number, content: Phrase): Phrase {
  const { tokens } = scene.doc
  const denial = scene.grammar
    .children(trigger)
    .find((token) => /^(not|n't|never|neither|nor)$/.test(tokens.lower[token]!) && token <= trigger)
  const last = tokenAt(scene, content.end - 1)
  if (denial === undefined || last < 0 || tokens.start[denial]! > content.start) return content
  return scene.fillers.phraseOf(denial, last, trigger)
}

/** "To do so": words that do not say what is wanted. */
const saysLittle = (content: Phrase): boolean =>
  content.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => LITTLE.has(word))

/**
 * "A wall that he vowed to build", "the rules it promised to ease": words that lack what they speak of take in the noun
 * before the relative clause; undefined where that noun names nothing or stands too far off.
 */
function wholeOf(scene: Scene, match: Match, role: string, said: Phrase): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const at = match.roles.get(role)?.tokens[0]
  const noun = tokens.head[match.trigger]!
  if (at === undefined || noun < 0 || noun > match.trigger || !grammar.isVerb(at)) return said
  if (tokens.dep[match.trigger] !== 'acl:relcl' || grammar.dependents(at, 'obj', 'ccomp').length > 0)
    return said
  // "The party that vowed to leave": the noun is who vows, and nothing is missing.
  if (grammar.dependents(match.trigger, 'nsubj').every((token) => RELATIVES.has(tokens.lower[token]!)))
    return said
  if (!fillers.isMatter(noun) || match.trigger - noun > 14) return undefined
  let last = at
  while (last + 1 < tokens.count && tokens.end[last + 1]! <= said.end) last++
  return fillers.phraseOf(grammar.phrase(noun, 'short').first, last, at)
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that'])

/** Whether somebody undertakes it here: not "wants it to agree", "agreed to by all", "to placate them, it agreed". */
function isUndertaken({ grammar, doc }: Scene, { trigger, roles }: Match): boolean {
  const lower = doc.tokens.lower
  if (grammar.dependents(trigger, 'mark').some((mark) => lower[mark] === 'to')) return false
  const by = roles.get('by')?.tokens ?? []
  return roles.get('what')?.tokens.every((token) => !by.includes(token) && token > trigger) ?? false
}

const OPEN: ReadonlySet<string> = new Set(['any', 'no', 'potential', 'possible', 'every', 'whatever'])

/** "Any offer would …": nobody made one. */
const isOpenNoun = (scene: Scene, trigger: number): boolean =>
  scene.grammar.dependents(trigger, 'det', 'amod').some((token) => OPEN.has(scene.doc.tokens.lower[token]!))

const SEEMING: ReadonlySet<string> = new Set(['appear', 'seem', 'look', 'sound', 'unlikely', 'likely'])

/** "appear willing", "unlikely to agree": the writer's view; "not willing to give up": told by the adjective already. */
function isWeakened(scene: Scene, trigger: number): boolean {
  const { tokens } = scene.doc
  const head = tokens.head[trigger]!
  if (head < 0 || !/^(xcomp|ccomp|advcl)/.test(tokens.dep[trigger]!)) return false
  const lemma = tokens.lemma[head]!
  return SEEMING.has(lemma) || (scene.rows('stance-adjectives').has(lemma) && scene.grammar.isVerb(trigger))
}

/** What refusing a stance is. */
const DENIED: Readonly<Record<string, string>> = {
  open: 'oppose',
  support: 'oppose',
  offer: 'oppose',
  concession: 'red-line',
  oppose: 'support',
}

/** "$role.column" is a cell of the row that the role ("trigger" for the trigger itself) matched; else the text itself. */
function cell(match: Match, source: string | undefined): string | undefined {
  if (source === undefined || !source.startsWith('$')) return source
  const [role, column] = source.slice(1).split('.') as [string, string]
  const row = role === 'trigger' ? match.row : match.roles.get(role)?.row
  return row?.[column] || undefined
}

function spansOf(
  scene: Scene,
  roles: ReadonlyMap<string, Filler>,
): Record<string, { start: number; end: number }> {
  const spans: Record<string, { start: number; end: number }> = {}
  for (const [name, filler] of roles) {
    const [token] = filler.tokens
    const phrase = filler.phrases[0]
    if (phrase) spans[name] = { start: phrase.start, end: phrase.end }
    else if (token !== undefined)
      spans[name] = { start: scene.doc.tokens.start[token]!, end: scene.doc.tokens.end[token]! }
  }
  return spans
}

/**
 * Who tells a position: the party itself where it speaks, acts or is the subject in the report's own voice and the verb
 * is one of saying; an opponent or third where another is quoted; else the outlet.
 */
export function toldBy(scene: Scene, trigger: number, party: Ref, told: Ref) {
  const [inner] = scene.attributions(trigger)
  if (!inner) {
    const lemma = scene.doc.tokens.lemma[trigger]!
    const speaks = scene.rows('speech-verbs').get(lemma)?.kind === 'speech'
    return { toldBy: speaks ? ('self' as const) : ('outlet' as const), teller: [] }
  }
  const speakers = inner.speakers.map((id): Ref => ({ id, name: scene.fillers.name(id) }))
  // "The fact that … suggests": nobody tells it, the writer infers it.
  if (speakers.length === 0 && !canSpeak(scene, inner)) return undefined
  if (speakers.length === 0) return { toldBy: 'third' as const, teller: [] }
  const sides = speakers.map((ref) => scene.fillers.sideOf(ref)?.id)
  if (sides.includes(party.id) || inner.speakers.includes(told.id) || inner.speakers.includes(party.id))
    return { toldBy: 'self' as const, teller: speakers }
  const outlets = speakers.every((ref) => ref.id.startsWith('outlet:'))
  if (outlets) return { toldBy: 'outlet' as const, teller: speakers }
  return {
    toldBy: sides.some((side) => side !== undefined) ? ('opponent' as const) : ('third' as const),
    teller: speakers,
  }
}

/** The form an agreement's name tells, whatever its head noun: "framework agreement", "trade truce". */
function formOf(name: string, otherwise: string | undefined): AgreementForm {
  const lower = name.toLowerCase()
  if (lower.includes('framework')) return 'framework'
  if (lower.includes('truce') || lower.includes('ceasefire') || lower.includes('cease-fire')) return 'truce'
  return (otherwise ?? 'deal') as AgreementForm
}

function threadPart(scene: Scene, match: Match, sides: (refs: readonly Ref[]) => Ref[]) {
  const { card } = match.rule
  const refs = (role: string): Ref[] => [...(match.roles.get(role)?.refs ?? [])]
  const phrase = (role: string): Phrase | undefined => match.roles.get(role)?.phrases[0]
  const phrases = (role: string): Phrase[] => [...(match.roles.get(role)?.phrases ?? [])]
  const set = (field: string): string | undefined => cell(match, card.set[field])
  switch (card.thread) {
    case 'agreement': {
      const name = phrase('name') ?? scene.fillers.phrase(match.trigger, 'short')
      const between = sides(refs('between'))
      return {
        thread: 'agreement' as const,
        name,
        between,
        form: formOf(name.text, set('form')),
        stage: set('stage') as 'agreed',
        about: phrases('about'),
        approvals: refs('approver').map((who) => ({ who, done: set('approved') === 'yes' })),
        leftOpen: phrases('leftOpen'),
        accountBy: [],
      }
    }
    case 'commitment': {
      const said = phrase('what')
      const by = sides(refs('by'))
      if (!said || by.length === 0 || !isUndertaken(scene, match)) return undefined
      const what = wholeOf(scene, match, 'what', said)
      if (!what) return undefined
      const under = phrase('under')
      return {
        thread: 'commitment' as const,
        by,
        to: sides(refs('to')).filter((ref) => !by.some((one) => one.id === ref.id)),
        what,
        status: (set('status') ?? 'open') as 'open',
        ...(under ? { under } : {}),
      }
    }
    default:
      return undefined
  }
}
