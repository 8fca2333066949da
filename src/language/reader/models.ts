// In: the bytes of the weights. Out: the models that tagger, parser and lemmas read with.

import { decodeFinder, type Finder } from '../names/finder.ts'
import { decodeLemmas, type Lemmas } from './lemmas.ts'
import { decodeReader, type Reader } from './reader.ts'
import { decodeVocabulary, type Vocabulary } from './vocabulary.ts'

/** The files of `models/en`, as bytes; a page in a browser fetches them, Node reads them from disk. */
export interface ModelFiles {
  readonly words: Uint8Array
  readonly lemmas: Uint8Array
  readonly reader: Uint8Array
  readonly finder?: Uint8Array | undefined
}

export interface Models {
  readonly vocabulary: Vocabulary
  readonly lemmas: Lemmas
  /** Tagger and parser. */
  readonly reader: Reader
  /** The name finder, where there are weights for it. */
  readonly finder?: Finder
}

/** Decodes the weights. Throws `RangeError` where a file is cut short. */
export function decodeModels(files: ModelFiles): Models {
  return {
    vocabulary: decodeVocabulary(files.words),
    lemmas: decodeLemmas(new TextDecoder().decode(files.lemmas)),
    reader: decodeReader(files.reader),
    ...(files.finder ? { finder: decodeFinder(files.finder) } : {}),
  }
}
