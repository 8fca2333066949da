import { expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import { startDraft } from '../draft.ts'
import { tag } from '../reader/tagger.ts'
import { findNames } from './find-names.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`])

function namesIn(text: string): string[] {
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  tag(draft, models)
  findNames(draft, lexicon, models)
  return draft.names.map(({ start, end, id }) => `${text.slice(start, end)} ${id}`)
}

it.each([
  [
    'President Ada Holm met Kim Jong Nam. The Holm-Kim Jong Nam summit went on.',
    ['Holm person:ada-holm', 'Kim Jong Nam person:kim-jong-nam'],
  ],
  ['Ada Holm left Israel. The Israel Holm talks went on.', ['Israel IL', 'Holm person:ada-holm']],
  ['Bo Rand and Eva Colm spoke. The Rand-Colm amendment failed.', ['Rand-Colm law:rand-colm']],
  ['Mr. Holm flew in. The Holm-Kim Jong Nam summit went on.', ['Kim Jong Nam person:kim-jong-nam']],
  ['Israel Katz met Ada Holm in Israel.', ['Israel Katz person:israel-katz', 'Israel IL']],
  ['Mario Diaz-Lind spoke.', ['Mario Diaz-Lind person:mario-diaz-lind']],
])('%s', (text, expected) => expect(namesIn(text)).toEqual(expect.arrayContaining(expected)))
