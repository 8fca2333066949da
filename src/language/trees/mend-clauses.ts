// In: a parsed draft. Out: its trees without what tags and word order rule out: clauses whose verb or subject hangs astray.
import type { Draft } from '../draft.ts'
import {
  mendAddressee,
  mendDue,
  mendDueThere,
  mendHandOver,
  mendHeld,
  mendOwnedPlans,
  mendQualified,
  mendReported,
  mendTold,
  mendWished,
} from './mend-complements.ts'
import { mendBareDays, mendDaysBeforeSaying } from './mend-days.ts'
import { mendGiven } from './mend-given.ts'
import { mendHyphened } from './mend-hyphened.ts'
import { mendBehindPrinciple, mendInPrinciple } from './mend-in-principle.ts'
import { mendJoinedRelatives } from './mend-joined-relatives.ts'
import { mendLists } from './mend-lists.ts'
import {
  mendBehindSemicolons,
  mendGerundSubjects,
  mendInnerSubjects,
  mendJoinedVerbs,
  mendNounObjects,
  mendNumbered,
  mendObliques,
  mendOf,
  mendTimedObjects,
  mendUrged,
} from './mend-nouns.ts'
import { mendBehindLongOpening } from './mend-openings.ts'
import { mendPlanned } from './mend-planned.ts'
import { mendReduced } from './mend-reduced.ts'
import { mendBareRelatives, mendRelativeObjects, mendRelativeSubjects, mendWhose } from './mend-relatives.ts'
import {
  mendAmountHeads,
  mendAsides,
  mendAsked,
  mendBehindAsides,
  mendBehindBrackets,
  mendBehindColons,
  mendBehindRelatives,
  mendBehindTimes,
  mendFiniteVerbs,
  mendHeadNouns,
  mendNounVerbs,
} from './mend-roots.ts'
import { mendSaidJoined } from './mend-said-joined.ts'
import { mendAskedSubjects, mendSpeakersBehind } from './mend-speakers.ts'
import {
  mendClausesOfDays,
  mendContentSubjects,
  mendNamedPairs,
  mendNounStrings,
  mendToldContents,
  mendVerbsAsWords,
} from './mend-strings.ts'
import {
  mendExplained,
  mendJoinedPersons,
  mendRoles,
  mendTitles,
  mendTitlesOf,
  mendVocatives,
} from './mend-titles.ts'
import {
  mendBeforeTimes,
  mendClauseSubjects,
  mendCompounds,
  mendIsTo,
  mendJoined,
  mendListedSubjects,
  mendNounVerdicts,
  mendParticipleObjects,
  mendPerfects,
  mendPredicates,
  mendSplitInfinitives,
  mendTimeClauses,
  mendTimedSubjects,
  mendVerdicts,
} from './mend-verbs.ts'

/** Mends the trees in place. Linear: what is looked at around a word is no more than one tree (400 words). */
export function mendClauses(draft: Draft): void {
  mendHyphened(draft)
  mendLists(draft)
  mendInPrinciple(draft)
  mendBehindPrinciple(draft)
  mendFiniteVerbs(draft)
  mendListedSubjects(draft)
  mendParticipleObjects(draft)
  mendSplitInfinitives(draft)
  mendIsTo(draft)
  mendPerfects(draft)
  mendVerdicts(draft)
  mendNounVerdicts(draft)
  mendRelativeObjects(draft)
  mendRelativeSubjects(draft)
  mendWhose(draft)
  mendBareRelatives(draft)
  mendJoinedRelatives(draft)
  mendBeforeTimes(draft)
  mendTimedSubjects(draft)
  mendBareDays(draft)
  mendCompounds(draft)
  mendTimeClauses(draft)
  mendReduced(draft)
  mendPlanned(draft)
  mendNounVerbs(draft)
  mendAmountHeads(draft)
  mendAsides(draft)
  mendBehindAsides(draft)
  mendHeadNouns(draft)
  mendBehindColons(draft)
  mendBehindBrackets(draft)
  mendBehindRelatives(draft)
  mendBehindTimes(draft)
  mendBehindLongOpening(draft)
  mendAsked(draft)
  mendNounStrings(draft)
  mendVerbsAsWords(draft)
  mendToldContents(draft)
  mendContentSubjects(draft)
  mendClausesOfDays(draft)
  mendNamedPairs(draft)
  mendTitles(draft)
  mendVocatives(draft)
  mendTitlesOf(draft)
  mendJoinedPersons(draft)
  mendRoles(draft)
  mendExplained(draft)
  mendPredicates(draft)
  mendClauseSubjects(draft)
  mendJoined(draft)
  mendTold(draft)
  mendSpeakersBehind(draft)
  mendAskedSubjects(draft)
  mendDue(draft)
  mendDueThere(draft)
  mendHandOver(draft)
  mendOwnedPlans(draft)
  mendAddressee(draft)
  mendReported(draft)
  mendGiven(draft)
  mendHeld(draft)
  mendQualified(draft)
  mendObliques(draft)
  mendNumbered(draft)
  mendNounObjects(draft)
  mendTimedObjects(draft)
  mendOf(draft)
  mendInnerSubjects(draft)
  mendJoinedVerbs(draft)
  mendUrged(draft)
  mendBehindSemicolons(draft)
  mendGerundSubjects(draft)
  mendWished(draft)
  mendSaidJoined(draft)
  mendDaysBeforeSaying(draft)
}
