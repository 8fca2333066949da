// In: a folder of reports and a swap. Out: a folder of the same files in which the other story is told.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rewriterOf, type Swap } from './rewrite.ts'

/** Writes the twin of every file of `from` into `to` under the same name. */
export function writeTwin(from: string, to: string, swap: Swap): void {
  const rewrite = rewriterOf(swap)
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    writeFileSync(join(to, name), rewrite(readFileSync(join(from, name), 'utf8')))
  }
}
