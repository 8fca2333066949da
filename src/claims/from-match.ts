// In: a match of a rule card. Out: the find it makes: body by kind and thread, with days and role spans.
import type { AgreementForm, AgreementStage, Ref } from '../model/index.ts'
import { withoutTimes } from './asides.ts'
import { unique } from './fillers.ts'
import { linkageOf } from './linkages.ts'
import { matchedOf, spansOf, wholeOf } from './matched.ts'
import { positionOf } from './positions.ts'
import type { Match } from './rules.ts'
import type { Found, Scene } from './scene.ts'

/** The find of a match, or undefined where what the kind requires is missing: Parley abstains rather than guesses. */
export function foundFrom(scene: Scene, match: Match): Found | undefined {
  const { card } = match.rule
  const { modality } = scene.epistemics(match.trigger)
  if (card.unless.some((stop) => stop === modality)) return undefined
  const { refs, phrase, phrases, set } = matchedOf(match)
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
        // How long it is to last ("a 72-hour truce") is no day on which it was done.
        days: scene.days([match.trigger]).filter((day) => day.role !== 'on' || day.type !== 'DURATION'),
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
      const found = positionOf(scene, match)
      return found && { ...common, kind: 'position', ...found }
    }
    case 'linkage': {
      const found = linkageOf(scene, match)
      return found && { ...common, kind: 'linkage', ...found }
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

/** Whether somebody undertakes it here: not "wants it to agree", "agreed to by all", "to placate them, it agreed". */
function isUndertaken({ grammar, doc }: Scene, { trigger, roles }: Match): boolean {
  const lower = doc.tokens.lower
  if (grammar.dependents(trigger, 'mark').some((mark) => lower[mark] === 'to')) return false
  const by = roles.get('by')?.tokens ?? []
  return roles.get('what')?.tokens.every((token) => !by.includes(token) && token > trigger) ?? false
}

const isAgreementNoun = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) && scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)

/** The form an agreement's name tells, whatever its head noun: "framework agreement", "trade truce". */
function formOf(name: string, otherwise: string | undefined): AgreementForm {
  const lower = name.toLowerCase()
  if (lower.includes('framework')) return 'framework'
  if (lower.includes('truce') || lower.includes('ceasefire') || lower.includes('cease-fire')) return 'truce'
  return (otherwise ?? 'deal') as AgreementForm
}

/** What an agreement can be about: no day and no adjective ("a new deal on Monday"). */
const isTopic = ({ doc, fillers }: Scene, token: number): boolean =>
  fillers.timeAt(token) === undefined && !/^(JJ|CD|DT)/.test(doc.tokens.tag[token]!)

function threadPart(scene: Scene, match: Match, sides: (refs: readonly Ref[]) => Ref[]) {
  const { card } = match.rule
  const { refs, phrase, phrases, set } = matchedOf(match)
  switch (card.thread) {
    case 'agreement': {
      const name = withoutTimes(scene, match.roles.get('name')?.tokens[0] ?? match.trigger)
      const between = sides(refs('between'))
      const about = match.roles.get('about')
      return {
        thread: 'agreement' as const,
        name,
        between,
        form: formOf(name.text, set('form')),
        stage: set('stage') as AgreementStage,
        about: (about?.phrases ?? []).filter((_, at) => isTopic(scene, about!.tokens[at]!)),
        approvals: refs('approver').map((who) => ({ who, done: set('approved') === 'yes' })),
        leftOpen: phrases('leftOpen'),
        accountBy: [],
      }
    }
    case 'commitment': {
      const said = phrase('what')
      const by = sides(refs('by'))
      const agreed = match.roles.get('what')?.tokens[0]
      // "Agreed to a truce": the agreement itself, which its own card tells.
      if (agreed !== undefined && isAgreementNoun(scene, agreed)) return undefined
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
