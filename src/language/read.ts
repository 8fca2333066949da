// In: a report's text and parts, the models and words. Out: its doc, every layer filled.
import type { Part } from '../model/index.ts'
import type { Doc } from './doc.ts'
import { startDraft } from './draft.ts'
import { findStances } from './epistemics/stances.ts'
import { takeFingerprint } from './fingerprint.ts'
import type { Lexicon } from './lexicon.ts'
import { findNames } from './names/find-names.ts'
import { settleDollars } from './quantities/dollars.ts'
import { findQuantities } from './quantities/find.ts'
import { findQuotations } from './quotations/quotations.ts'
import { findSpeakers } from './quotations/speakers.ts'
import type { Models } from './reader/models.ts'
import { parse } from './reader/parser.ts'
import { hasStandIn, restoreLemmas, withStandIns } from './reader/stand-ins.ts'
import { tag } from './reader/tagger.ts'
import { findReferences } from './references/find-references.ts'
import { calmShouting } from './shouting.ts'
import { findTimes } from './times/find.ts'
import { governTimes } from './times/governed.ts'
import { placeQuotedDays } from './times/quoted.ts'
import { findFiniteVerbs } from './trees/finite-verbs.ts'
import { findHiddenVerbs } from './trees/hidden-verbs.ts'
import { mendClauses } from './trees/mend-clauses.ts'
import {
  joinHyphened,
  retagAmounting,
  retagAsked,
  retagLasting,
  retagMeasures,
  retagNames,
  retagTalks,
  retagVoices,
} from './trees/retag.ts'

/** Reads one report; the stages run in the order of `docs/reading.md`. */
export function readText(
  text: string,
  parts: readonly Part[],
  language: string,
  models: Models,
  lexicon: Lexicon,
  outlet?: string,
): Doc {
  const draft = startDraft(text, parts, language)
  calmShouting(draft, lexicon)
  tag(draft, models)
  findNames(draft, lexicon, models)
  // Names are known now: tagger and parser see stand-ins, so that who it is about changes nothing.
  const seen = withStandIns(draft, lexicon)
  tag(seen, models, (sentence) => hasStandIn(draft, seen, sentence))
  restoreLemmas(draft, seen)
  retagNames(draft)
  retagTalks(draft)
  joinHyphened(draft)
  retagAmounting(draft)
  retagLasting(draft)
  retagMeasures(draft)
  retagVoices(draft)
  retagAsked(draft)
  findFiniteVerbs(draft, lexicon)
  findHiddenVerbs(draft, models)
  findTimes(draft)
  findQuantities(draft)
  parse(seen, models)
  mendClauses(draft)
  governTimes(draft)
  findQuotations(draft, lexicon)
  placeQuotedDays(draft)
  findReferences(draft, lexicon)
  findSpeakers(draft, lexicon)
  findStances(draft, lexicon)
  takeFingerprint(draft, lexicon)
  settleDollars(draft, lexicon, outlet)
  return draft
}
