// In: nothing. Out: the words that end a day, month or year where trees are mended; times themselves are found in `times/`.
export const DAY_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|month|week|year|(?:19|20)\d\d)$/
