// In: folders of packs on disk and a user's glossary. Out: the compiled Lexicon.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GlossaryEntry,
  type Lexicon,
  makeLexicon,
  type Term,
  type WordFile,
} from '../language/lexicon.ts'

/** The words files of these packs (`DIR/words/*.tsv`), by name, so that the order of a folder's listing does not matter. */
export function readWordFiles(dirs: readonly string[]): WordFile[] {
  return dirs.flatMap((dir) => {
    const folder = join(dir, 'words')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => file.endsWith('.tsv'))
      .sort()
      .map((file) => ({
        path: join(folder, file),
        name: file.slice(0, -4),
        text: readFileSync(join(folder, file), 'utf8'),
      }))
  })
}

/** Reads and compiles the packs in these folders ("packs/core", "packs/trade"). */
export function loadLexicon(dirs: readonly string[], glossary: readonly GlossaryEntry[] = []): Lexicon {
  return makeLexicon(readWordFiles(dirs), glossary)
}

/** The id of a party called so in any of the spellings of the words ("Britain" is GB); undefined where none is. */
export function partyIdOf(name: string, { terms }: Lexicon): string | undefined {
  const first = name.toLowerCase().split(/[\s'-]/)[0] ?? ''
  const isParty = ({ type, id }: Term) => PARTIES.has(type) || /^[A-Z]{2}$/.test(id)
  return terms.get(first)?.find((term) => term.words === name && term.form !== 'adjective' && isParty(term))
    ?.id
}

const PARTIES: ReadonlySet<string> = new Set(['government', 'organisation', 'person'])
