// In: a scene and a word that tells of a meeting. Out: the state that hosts it, which is where it is, and no side of it where two others are.
import type { Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { sidesOf } from './meeters.ts'

/** "Chile hosted talks between Norway and Peru", "hosts a second round of talks", "talks hosted by Chile": Chile. */
export function hostOf(scene: Scene, trigger: number): Ref | undefined {
  const { doc, grammar, fillers } = scene
  const { dep, head, lemma } = doc.tokens
  if (grammar.isVerb(trigger)) return undefined
  const isOf = dep[trigger]!.startsWith('nmod') && grammar.caseOf(trigger) === 'of'
  const noun = isOf ? head[trigger]! : trigger
  const by = grammar.dependents(noun, 'acl').find((verb) => lemma[verb] === 'host')
  // "Hosted on Saturday indirect talks", parsed as on what.
  const isOn = dep[noun] === 'obl' && grammar.caseOf(noun) === 'on'
  const over = dep[noun] === 'obj' || isOn ? head[noun]! : -1
  const hosts =
    by !== undefined
      ? grammar.obliques(by, 'by')
      : over >= 0 && lemma[over] === 'host' && !grammar.isPassive(over)
        ? grammar.subjects(over)
        : []
  return hosts.flatMap((token) => fillers.parties(token)).find(({ id }) => /^[A-Z]{2}$/.test(id))
}

/** Those who meet, without the host where two others do. */
export function withoutHost(sides: readonly Ref[], host: Ref | undefined): readonly Ref[] {
  const others = sides.filter(({ id }) => id !== host?.id)
  return others.length > 1 ? others : sides
}

/** The host of two others: where they meet. */
export function hostOfOthers(scene: Scene, trigger: number): Ref | undefined {
  const host = hostOf(scene, trigger)
  return host && sidesOf(scene, trigger).filter(({ id }) => id !== host.id).length > 1 ? host : undefined
}
