// In: a PLOVER root with polarity and modality. Out: the root of the act as told, by the codebook's rules.
import type { Modality, Polarity, ThreadPart } from '../../model/index.ts'

export const COOPERATIVE: ReadonlySet<string> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'YIELD',
])
export const HOSTILE: ReadonlySet<string> = new Set(['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'])
/** What is asked for: not to do it is to refuse it. That two did not meet refuses nothing. */
const GIVING: ReadonlySet<string> = new Set(['AGREE', 'AID', 'YIELD'])
const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected', 'conditional'])

/**
 * "Cooperative actions reported in future tense are taken to imply intentions and should be coded as AGREE"; hostile
 * ones ahead are threats, and what is friendly and refused is a rejection (PLOVER manual, AGREE, THREATEN, REJECT).
 * What is already a word (a demand, an accusation) stays what it is.
 */
export function ploverAsTold(root: string, polarity: Polarity, modality: Modality): string {
  if (polarity === 'denied') {
    const refused = COOPERATIVE.has(root) && (AHEAD.has(modality) || GIVING.has(root))
    return refused ? 'REJECT' : root
  }
  if (!AHEAD.has(modality)) return root
  if (COOPERATIVE.has(root)) return 'AGREE'
  return HOSTILE.has(root) ? 'THREATEN' : root
}

/** What a stage of an agreement is: PLOVER codes signing and ratifying as SUPPORT, the promise to as AGREE. */
const STAGES: Readonly<Record<string, string>> = {
  proposed: 'REQUEST',
  'in principle': 'AGREE',
  agreed: 'SUPPORT',
  signed: 'SUPPORT',
  ratified: 'SUPPORT',
  'in force': 'SUPPORT',
  extended: 'SUPPORT',
  suspended: 'SANCTION',
  lapsed: 'SANCTION',
  rejected: 'REJECT',
}

const TIGHTENING: ReadonlySet<string> = new Set(['set', 'raise', 'extend', 'resume', 'expand'])

/** Measures that are not restrictions: what setting one is, and what ending it is. */
const OTHER_MEASURES: Readonly<Record<string, readonly [string, string]>> = {
  probe: ['ACCUSE', 'YIELD'],
  subsidy: ['AID', 'SANCTION'],
  ceasefire: ['YIELD', 'ASSAULT'],
  blockade: ['ASSAULT', 'YIELD'],
  strike: ['PROTEST', 'YIELD'],
  'military aid': ['AID', 'SANCTION'],
}

/** What it is to take talks up again, to give them up, or that they fail; that they stall is nobody's act. */
const TURNS: Readonly<Record<string, string>> = {
  resumed: 'CONSULT',
  rejoined: 'CONSULT',
  collapsed: 'REJECT',
  'broken off': 'SANCTION',
  'called off': 'SANCTION',
  ended: 'SANCTION',
  suspended: 'SANCTION',
  left: 'SANCTION',
}

/** The PLOVER root of an act that moves a thread: the trade extension mapped down (docs/acts.md). */
export function ploverOfThread(about: ThreadPart): string | undefined {
  switch (about.thread) {
    case 'round':
      return about.form === 'negotiation'
        ? TURNS[about.phase]
        : about.phase === 'collapsed'
          ? 'REJECT'
          : 'CONSULT'
    case 'agreement':
      return STAGES[about.stage]
    case 'commitment':
      return 'AGREE'
    case 'deadline':
      return about.move === 'extended'
        ? 'YIELD'
        : about.move === 'set' || about.move === 'brought forward'
          ? 'THREATEN'
          : undefined
    case 'measure': {
      if (about.effect === 'threaten') return 'THREATEN'
      if (about.type === 'licence') return about.direction === 'tightens' ? 'COERCE' : 'YIELD'
      const [set, end] = OTHER_MEASURES[about.type] ?? ['COERCE', 'YIELD']
      return TIGHTENING.has(about.effect) ? set : end
    }
  }
}
