// In: nothing. Out: what a page, a front matter or a JSON object can say about a report beside its text.

/** What was stated about a report; absent where nothing was. `date` and `modified` as written there. */
export interface Metadata {
  readonly outlet?: string
  readonly url?: string
  readonly title?: string
  readonly date?: string | number
  readonly modified?: string | number
  /** The day a time element on the page states. */
  readonly pageDate?: string
  readonly authors: string[]
  /** The genre word of a schema ("OpinionNewsArticle", "opinion"). */
  readonly genre?: string
  /** Sections and labels the page files it under. */
  readonly sections: string[]
  readonly version?: string
}

export const NO_METADATA: Metadata = { authors: [], sections: [] }
