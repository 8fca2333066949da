// In: names of proofs and switches. Out: each proof run, with what it showed; exit 1 where one fails.

import { readSwitches } from '../../scripts/switches.ts'
import { fuzz } from './fuzz.ts'
import { growth } from './growth.ts'
import { kill } from './kill.ts'

const HELP = `npm run prove -- [NAME…] [--seconds N] [--seed N] [--largest N] [--kills N]
  NAME         only these: fuzz growth kill
  --seconds N  how long to read made-up texts (default 30)
  --seed N     the first text's seed (default 1); a failure says the seed that shows it again
  --largest N  characters of the largest hard text (default 1000000)
  --kills N    how often the writer of a dossier is killed (default 200)`

const { values: given, positionals } = readSwitches(
  {
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      largest: { type: 'string', default: '1000000' },
      kills: { type: 'string', default: '200' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  },
  HELP,
)

/** What is proved beside the tests, because it takes minutes. Each returns what it showed, or throws. */
const PROOFS: Readonly<Record<string, () => string | Promise<string>>> = {
  fuzz: () => fuzz({ seed: Number(given.seed), seconds: Number(given.seconds) }),
  growth: () => growth({ largest: Number(given.largest) }),
  kill: () => kill({ times: Number(given.kills), seed: Number(given.seed) }),
}

async function main(): Promise<number> {
  if (given.help) {
    console.log(HELP)
    return 0
  }
  const unknown = positionals.filter((name) => !(name in PROOFS))
  if (unknown.length > 0) {
    console.error(`No proof is called ${unknown.join(', ')}. There are: ${Object.keys(PROOFS).join(', ')}.`)
    return 2
  }
  let failed = 0
  for (const [name, proof] of Object.entries(PROOFS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    try {
      console.log(`${name}: ${await proof()}`)
    } catch (error) {
      failed++
      console.error(`${name} FAILED: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return failed > 0 ? 1 : 0
}

process.exitCode = await main()
