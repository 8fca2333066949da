// In: a terminal. Out: one line on it that says how far long work has come, and takes itself away.
import type { Progress, World } from './world.ts'

/** Reports progress on the error stream where it is a terminal; silent otherwise. `end` clears the line. */
export function progressOn(world: World): { readonly report: Progress; readonly end: () => void } {
  if (!world.errIsTerminal) return { report: () => {}, end: () => {} }
  let shown = false
  return {
    report: (doing, done, of) => {
      if (of < 2) return
      shown = true
      world.err(`\r\u001b[2K${doing} ${done} of ${of}`.slice(0, world.width + 5))
    },
    end: () => {
      if (shown) world.err('\r\u001b[2K')
    },
  }
}
