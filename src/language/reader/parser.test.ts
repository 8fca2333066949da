// In: sentences of our own and the committed weights. Out: whether tags, lemmas and trees are right and well formed.
import { describe, expect, it } from 'vitest'
import { loadModels } from '../../reading/load.ts'
import { UPOS } from '../doc.ts'
import { startDraft } from '../draft.ts'
import { parse, parseForms } from './parser.ts'
import { tag, tagForms } from './tagger.ts'

const models = loadModels()
const read = (text: string) => {
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  tag(draft, models)
  parse(draft, models)
  return draft
}
/** "word→head:relation" of one word. */
const arcOf = (text: string, word: string): string => {
  const { tokens } = read(text)
  const i = tokens.form.indexOf(word)
  return `${tokens.form[tokens.head[i]!] ?? 'root'}:${tokens.dep[i]}`
}

describe('words get their tags and lemmas', () => {
  const cases: [string, string, string, string][] = [
    ['The ministers had postponed the talks .', 'postponed', 'VBN VERB', 'postpone'],
    ['The ministers had postponed the talks .', 'ministers', 'NNS NOUN', 'minister'],
    ['Norway raised duties on Friday .', 'raised', 'VBD VERB', 'raise'],
    ['Norway raised duties on Friday .', 'duties', 'NNS NOUN', 'duty'],
    ['They will be meeting in Oslo .', 'will', 'MD AUX', 'will'],
    ['They will be meeting in Oslo .', 'Oslo', 'NNP PROPN', 'Oslo'],
    ['She withdrew the noted offers .', 'withdrew', 'VBD VERB', 'withdraw'],
  ]
  it.each(cases)('%s %s', (text, word, tags, lemma) => {
    const forms = text.split(' ')
    const { tag: penn, pos, lemma: found } = tagForms(forms, models)[forms.indexOf(word)]!
    expect([`${penn} ${UPOS[pos]}`, found]).toEqual([tags, lemma])
  })
})

describe('words hang where they should', () => {
  const cases: [string, string, string][] = [
    ['The minister met the envoy in Oslo.', 'minister', 'met:nsubj'],
    ['The minister met the envoy in Oslo.', 'envoy', 'met:obj'],
    ['The minister spoke in Oslo.', 'Oslo', 'spoke:obl'],
    ['The duties were suspended by the ministry.', 'duties', 'suspended:nsubj:pass'],
    ['The duties were suspended by the ministry.', 'ministry', 'suspended:obl:agent'],
    ['The envoy said that the talks would resume.', 'resume', 'said:ccomp'],
    ['Norway and Chile signed the treaty.', 'Chile', 'Norway:conj'],
    ['She plans to visit Lima.', 'visit', 'plans:xcomp'],
    ['Norway imposed duties on imported steel.', 'duties', 'imposed:obj'],
    ['The treaty, which both sides signed, expires soon.', 'signed', 'treaty:acl:relcl'],
  ]
  it.each(cases)('%s %s', (text, word, arc) => {
    expect(arcOf(text, word)).toBe(arc)
  })

  it('both marks of a quotation on the head of what is quoted', () => {
    const { tokens } = read('"The talks failed," the envoy said.')
    const marks = tokens.form.flatMap((form, i) => (form === '"' ? [tokens.form[tokens.head[i]!]] : []))
    expect(marks).toEqual(['failed', 'failed'])
  })
})

describe('trees are trees', () => {
  const texts = [
    'One.',
    '...',
    `${'and '.repeat(1500)}end`,
    `${'"( '.repeat(700)}x`,
    'The firm, which, it said, it, said, was, sold, grew. Sold!',
  ]
  it.each(texts)('one root, no circle, heads inside the sentence: %.30s', (text) => {
    const { tokens, sents } = read(text)
    for (const { first, last } of sents) {
      const heads = [...tokens.head.slice(first, last)]
      const roots = heads.filter((head) => head === -1).length
      expect(heads.every((head) => head === -1 || (head >= first && head < last))).toBe(true)
      expect(tokens.dep.slice(first, last)).not.toContain('')
      // Tokens that hang, over whatever many steps, on the root.
      const reached = new Set([-1])
      for (let more = true; more; ) {
        more = false
        heads.forEach((head, i) => {
          if (reached.has(head) && !reached.has(first + i)) more = Boolean(reached.add(first + i))
        })
      }
      expect(reached.size).toBe(last - first + 1)
      expect(roots).toBe(1)
    }
  })

  it('a sentence of given words is read as in a text', () => {
    const { tokens } = read('The envoy said that the talks would resume.')
    const { head, dep } = parseForms(tokens.form, tagForms(tokens.form, models), models)
    expect(head).toEqual([...tokens.head])
    expect(dep).toEqual(tokens.dep)
  })
})
