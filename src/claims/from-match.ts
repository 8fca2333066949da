// In: a match of a rule card. Out: the find it makes: body by kind and thread, with days and role spans.

import { agreementPart } from './agreements/agreements.ts'
import { linkageOf } from './linkages/linkages.ts'
import { matchedOf, spansOf } from './matched.ts'
import { positionsOf } from './positions/positions.ts'
import type { Match } from './rules.ts'
import { unique } from './sentence/refs.ts'
import type { Found, Scene } from './sentence/scene.ts'
import { commitmentPart } from './terms/commitments.ts'

/** The finds of a match, none where what the kind requires is missing: Parley abstains rather than guesses. */
export const foundsFrom = (scene: Scene, match: Match): readonly Found[] =>
  [foundFrom(scene, match) ?? []].flat()

function foundFrom(scene: Scene, match: Match): Found | readonly Found[] | undefined {
  const { card } = match.rule
  const { modality } = scene.epistemics(match.trigger)
  if (card.unless.some((stop) => stop === modality)) return undefined
  // "Denied that Peru had offered more": nobody stands there, promises it or ties anything to it.
  if (isStanding(card) && scene.doc.stances.get(match.trigger)?.repudiated) return undefined
  const { refs, phrase, phrases, set } = matchedOf(match)
  const event = [match.trigger, ...[...match.roles.values()].flatMap((filler) => filler.tokens)]
  const common = {
    trigger: match.trigger,
    foundBy: match.rule.name,
    roles: spansOf(scene, match.roles),
  }

  switch (card.kind) {
    case 'act': {
      const type = set('type')
      if (type === undefined) return undefined
      const actor = refs('actor')
      const recipient = refs('recipient').filter((ref) => !actor.some((one) => one.id === ref.id))
      const object = phrase('object')
      const inResponseTo = phrase('inResponseTo')
      const place = refs('place')[0]
      const about = threadPart(scene, match)
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
      const about = threadPart(scene, match)
      const type = set('type')
      return about && type
        ? { ...common, kind: 'state', body: { type, about }, days: scene.days(event) }
        : undefined
    }
    case 'position':
      return positionsOf(scene, match).map((one) => ({ ...common, kind: 'position', ...one }))
    case 'linkage': {
      const found = linkageOf(scene, match)
      return found && { ...common, kind: 'linkage', ...found }
    }
    case 'dependency': {
      const on = refs('on')[0]
      const what = phrase('what')
      if (!on || !what) return undefined
      const share = match.roles.get('share')?.value
      // "Wants to end its reliance on Peru": that there is one is taken for granted.
      const granted = match.rule.card.trigger.pos.includes('NOUN')
      return {
        ...common,
        kind: 'dependency',
        ...(granted && { epistemics: { polarity: 'affirmed' as const, modality: 'held' as const } }),
        body: {
          dependent: unique(refs('dependent')),
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

const isStanding = ({ kind, thread }: Match['rule']['card']): boolean =>
  kind === 'position' || kind === 'linkage' || thread === 'commitment'

const threadPart = (scene: Scene, match: Match) =>
  match.rule.card.thread === 'agreement'
    ? agreementPart(scene, match)
    : match.rule.card.thread === 'commitment'
      ? commitmentPart(scene, match)
      : undefined
