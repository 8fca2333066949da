// In: what was typed or asked. Out: the lists it names, read from their files: a glossary, the user's own issues.
import type { Scope } from '../../model/index.ts'
import { type EngineOptions, lexiconFor } from '../../reading/engine.ts'
import { partyIdOf } from '../../reading/lexicon-files.ts'
import { readGlossary, readIssues } from '../../reading/named-lists.ts'
import type { RecordQuestion, World } from './world.ts'

type Files = Pick<World, 'readFile'>

/** What the engine is loaded with. Throws `file-not-read` and `list-not-understood`. */
export async function engineOptionsOf(
  { packs, glossary }: Pick<RecordQuestion, 'packs' | 'glossary'>,
  { readFile }: Files,
): Promise<EngineOptions> {
  return {
    packs,
    ...(glossary === undefined ? {} : { glossary: readGlossary(await readFile(glossary), glossary) }),
  }
}

/** Which negotiation is meant; undefined where nothing was said of it. */
export async function scopeOf(
  question: Pick<RecordQuestion, 'about' | 'issues' | 'packs' | 'glossary'> & { readonly name?: string },
  { readFile }: Files,
): Promise<Scope | undefined> {
  const { about, issues, name } = question
  if (about === undefined && issues === undefined && name === undefined) return undefined
  const lexicon = about === undefined ? undefined : lexiconFor(await engineOptionsOf(question, { readFile }))
  return {
    ...(name === undefined ? {} : { name }),
    ...(about && lexicon ? { about: about.map((words) => partyIdOf(words, lexicon) ?? words) } : {}),
    ...(issues === undefined ? {} : { issues: readIssues(await readFile(issues), issues) }),
  }
}
