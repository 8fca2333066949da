// In: the machine and its settings. Out: what tests may use here: the measuring data, a browser; or why not.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '..')

/** Something a machine may lack: where it is, or where it was looked for. */
export interface Found {
  readonly path?: string
  readonly looked: string
}

function firstOf(paths: readonly string[], proof = ''): Found {
  const path = paths.find((one) => existsSync(join(one, proof)))
  return { looked: paths.join(', '), ...(path === undefined ? {} : { path }) }
}

/** The folder of the measuring data: `PARLEY_DATA`, else `../shared/data` beside the repository. */
export const data = firstOf([process.env.PARLEY_DATA ?? join(repository, '../shared/data')], 'madrid')

/** A Chromium: `PARLEY_CHROMIUM`, else where Debian and others put it. */
export const browser = firstOf(
  process.env.PARLEY_CHROMIUM === undefined
    ? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    : [process.env.PARLEY_CHROMIUM],
)

/** All of it by the names that PARLEY_REQUIRE takes. */
export const MACHINE: Readonly<Record<string, Found>> = { browser, data }
