// In: a sentence and an engine. Out: what Parley makes of it and why: claims, rules that fired, rules that nearly did and what stopped them.
import { findClaims } from '../claims/engine.ts'
import { type Match, matchRules, type NearMatch } from '../claims/rules.ts'
import { sceneOf } from '../claims/sentence/scene.ts'
import type { Claim } from '../model/index.ts'
import type { Engine } from './read-report.ts'
import { readSentence } from './read-sentence.ts'

/** A rule and the word it stood at; roles by name, in the sentence's words. */
export interface Fired {
  readonly rule: string
  readonly trigger: string
  readonly roles: Readonly<Record<string, string>>
}

/** A rule that knows a word of the sentence and did not fire at it. */
export interface Nearly {
  readonly rule: string
  readonly trigger: string
  readonly stoppedBy: string
}

export interface Why {
  readonly claims: readonly Claim[]
  readonly fired: readonly Fired[]
  readonly nearly: readonly Nearly[]
}

/**
 * Reads a sentence by itself and tells which rules fired at which words and which nearly did. Rules that nearly fired
 * at a word of another part of speech are left out: they know another word that is written alike.
 */
export function why(sentence: string, engine: Engine): Why {
  const doc = readSentence(sentence, engine)
  const scene = sceneOf(doc, '', engine.claims.lexicon)
  const near: NearMatch[] = []
  const matches = matchRules(scene, engine.claims.book, near)
  const word = (token: number) => doc.tokens.form[token]!
  const words = ({ roles }: Match): Record<string, string> =>
    Object.fromEntries(
      [...roles].map(([name, { phrases, refs, tokens }]) => [
        name,
        phrases.map((phrase) => phrase.text).join('; ') ||
          refs.map((ref) => ref.name).join(', ') ||
          tokens.map(word).join(' '),
      ]),
    )
  return {
    claims: findClaims(doc, '', engine.claims),
    fired: matches.map((match) => ({
      rule: match.rule.name,
      trigger: word(match.trigger),
      roles: words(match),
    })),
    nearly: near
      .filter(({ stoppedBy }) => !stoppedBy.startsWith('the trigger is a'))
      .map(({ rule, trigger, stoppedBy }) => ({ rule: rule.name, trigger: word(trigger), stoppedBy })),
  }
}
