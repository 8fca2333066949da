// In: a word of a read report. Out: whether those who tell it only foresee it.
import { type Scene, tokensIn } from './scene.ts'

/** What analysts, traders or studies think would happen is their forecast. */
export const isForecast = (scene: Scene, at: number): boolean =>
  scene
    .attributions(at)
    .some(({ source }) =>
      source.some((range) =>
        tokensIn(scene, range).some((one) =>
          scene.rows('forecaster-nouns').has(scene.doc.tokens.lemma[one]!),
        ),
      ),
    )
