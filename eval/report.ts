// In: details of scorers and the layers. Out: eval/REPORT.md, what the language layer gets right and wrong and how long it takes.
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { measureStages } from '../bench/stage-times.ts'
import { dataFolder, hasData, repository } from './data.ts'
import { type Layers, STAGES } from './layers.ts'
import { type Article, reportsOf } from './record-of.ts'

/** A scorer's details; `check` is empty where they are told of the work part alone. */
export interface Reported {
  readonly name: string
  readonly work: readonly string[]
  readonly check: readonly string[]
}

/** Only details that are labels and counts: no text of the data goes into the repository. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['parsing', 'Parser: gold words by relation, in percent'],
  ['names', 'Names'],
  ['times', 'Times'],
])

export const isReported = (name: string): boolean => TITLES.has(name)

const REPORTS = 20
const ROUNDS = 3

/** Writes the page; a section whose scorer did not run, or whose data is absent, says so. */
export async function writeReport(
  reported: readonly Reported[],
  layers: Layers,
  commit: string,
): Promise<void> {
  const sections = [...TITLES].map(([name, title]) => {
    const found = reported.find((each) => each.name === name)
    return `## ${title}\n\n${found ? detailsOf(found) : 'Not run.'}`
  })
  const page = `# Report on the language layer

Written by \`npm run eval -- --write\` at ${commit}. Labels and counts only. Confusions are those of the work part: gold → found, "nothing" where the other side has none.

${sections.join('\n\n')}

## Stages

${hasData('throughput') ? await stageLines(layers) : 'Not run: no throughput/.'}
`
  writeFileSync(join(repository, 'eval/REPORT.md'), page)
}

function detailsOf({ work, check }: Reported): string {
  const block = (lines: readonly string[]) => `\`\`\`\n${lines.join('\n')}\n\`\`\``
  if (check.length === 0) return block(work)
  return `Work part (trained on):\n\n${block(work)}\n\nCheck part:\n\n${block(check)}`
}

/** Milliseconds of each stage for 1,000 tokens, over articles of throughput/. */
async function stageLines(layers: Layers): Promise<string> {
  const lines = gunzipSync(readFileSync(join(dataFolder, 'throughput/articles.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const step = Math.floor(lines.length / REPORTS)
  const articles = lines.filter((_, i) => i % step === 0).slice(0, REPORTS)
  const reports = await reportsOf(
    articles.map((line) => JSON.parse(line) as Article),
    layers,
  )
  const times = measureStages([...reports.values()], layers, ROUNDS)
  const stages = times.stages.filter(({ stage }) => STAGES.some(([name]) => name === stage))
  const rows = stages.map(({ stage, ms }) => `| ${stage} | ${((1000 * ms) / times.tokens).toFixed(2)} |`)
  const all = ((1000 * times.layerMs) / times.tokens).toFixed(2)
  return `${times.sentences} sentences, in ${REPORTS} articles with ${times.tokens} tokens; medians of ${ROUNDS} rounds by wall clock, with a load of ${loadavg()[0]!.toFixed(1)} on the machine (bench/RESULTS.md compares with reference work).

| stage | ms for 1,000 tokens |
| --- | --: |
${rows.join('\n')}
| whole layer | ${all} |`
}
