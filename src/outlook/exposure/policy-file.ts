// In: the text of a stacking policy (YAML), the layers of a record. Out: how each layer's duty meets the others.
import * as z from 'zod'
import type { LayerPolicy } from '../regime/index.ts'
import { hasWords, wordsOf } from '../scenario/resolve-scenario.ts'
import { readYaml, Words } from '../scenario/scenario-file.ts'
import type { Layer } from '../told/layer.ts'

export const PolicyFile = z.array(
  z.strictObject({
    /** Words of the layer, or the name of a duty in the goods' own column. */
    layer: Words,
    stacking: z.enum(['primary', 'contentSplit', 'additive', 'floor']),
    codes: z.array(Words).optional(),
    origins: z.array(z.string()).optional(),
    additiveFor: z.array(z.string()).optional(),
    of: z.array(Words).optional(),
  }),
)
export type PolicyFile = z.infer<typeof PolicyFile>

/** Throws `scenario-not-understood` where it is no such list. */
export const readPolicy = (text: string, path: string): PolicyFile => readYaml(text, path, PolicyFile)

/** The policy of a layer: the first rule whose words it has; in full beside the others where none has. */
export function policyOf(
  layer: Layer,
  origins: readonly string[],
  file: PolicyFile,
  all: readonly Layer[],
): LayerPolicy {
  const rule = file.find((one) => hasWords(wordsOf(layer), one.layer))
  return rule
    ? {
        ...madeOf(rule, layer.id, all),
        origins: origins.filter((one) => rule.origins?.includes(one) ?? true),
      }
    : { layer: layer.id, stacking: 'additive', origins }
}

/** The policy of a duty that comes with the goods, where a rule has its very name. */
export function policyOfOther(
  name: string,
  file: PolicyFile,
  all: readonly Layer[],
): LayerPolicy | undefined {
  const rule = file.find((one) => one.layer.toLowerCase() === name.toLowerCase())
  return rule && madeOf(rule, name, all)
}

function madeOf(rule: PolicyFile[number], layer: string, all: readonly Layer[]): LayerPolicy {
  const { stacking, codes, origins, additiveFor, of } = rule
  const under = of?.flatMap((words) => [
    words,
    ...all.filter((one) => hasWords(wordsOf(one), words)).map(({ id }) => id),
  ])
  return {
    layer,
    stacking,
    ...(codes && { codes }),
    ...(origins && { origins }),
    ...(additiveFor && { additiveFor }),
    ...(under && { of: under }),
  }
}
